import type { ReadingContent } from "../commitment/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** A published figure that is corrected always has to be explained: better or worse, it was public. */
export function readingDifferences(before: ReadingContent, after: ReadingContent): Difference[] {
  return [
    ...reworded("Figure", figureWords(before), figureWords(after)),
    ...reworded("Date", writtenDay(before.on), writtenDay(after.on)),
    ...reworded("Range", rangeWords(before), rangeWords(after)),
    ...reworded("How we got it", sourceWords(before), sourceWords(after)),
    ...reworded("Caveat", before.caveat ?? "", after.caveat ?? ""),
    ...noted("Note", before.note ?? "", after.note ?? ""),
  ];
}

/** “9 of 29, 31”, or that it could not be told. */
function figureWords({ value, numerator, denominator }: ReadingContent): string {
  const figure = value === null ? "could not be told" : String(value);
  return typeof numerator === "number" && typeof denominator === "number"
    ? `${figure} (${numerator} of ${denominator})`
    : figure;
}

function rangeWords({ interval }: ReadingContent): string {
  return interval ? `${interval.lower} to ${interval.upper}` : "";
}

function sourceWords({ computed }: ReadingContent): string {
  return computed ? "counted from our own records" : "typed in";
}
