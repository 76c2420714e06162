import { Temporal } from "temporal-polyfill";
import { type Variant } from "./observance.ts";

/** "30 March". */
export const expressDay = (iso: string): string =>
  Temporal.PlainDate.from(iso).toLocaleString("en-GB", { day: "numeric", month: "long" });

/** "30 March", or "likely 30 March, possibly 31 March or 1 April" when rival dates stand beside the first. */
export function expressDate(variants: readonly Variant[]): string {
  const [first, ...rivals] = variants.map(({ date }) => date);
  if (first === undefined) return "no date";
  if (rivals.length === 0) return expressDay(first);
  const sameMonth = rivals.every((one) => one.slice(0, 7) === first.slice(0, 7));
  const others = rivals.map((one) => (sameMonth ? String(Number(one.slice(8))) : expressDay(one)));
  return `likely ${expressDay(first)}, possibly ${others.join(" or ")}`;
}
