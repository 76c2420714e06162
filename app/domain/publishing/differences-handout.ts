import type { HandoutContent } from "../handout/handout.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** Behaviours are a promise: changing them has to be explained. A further language does not. */
export function handoutDifferences(before: HandoutContent, after: HandoutContent): Difference[] {
  return [
    ...noted("Title", before.title, after.title),
    ...reworded("Behaviours", before.behaviours.join(" / "), after.behaviours.join(" / ")),
    ...noted("Agreed with", before.agreedWith, after.agreedWith),
    ...noted("Languages", languagesOf(before), languagesOf(after)),
    ...noted("Version", String(before.version), String(after.version)),
  ];
}

function languagesOf({ translations }: HandoutContent): string {
  return translations.map(({ name, title, lines }) => [name, title, ...lines].join(" / ")).join("; ");
}
