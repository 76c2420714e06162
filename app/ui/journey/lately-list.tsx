import { countOf } from "#app/domain/counted.ts";
import type { Comparison } from "#app/domain/journey/compare-moments.ts";

import { changesPath } from "./journey-links.ts";

const words: { key: keyof Comparison; sentence: (count: number) => string }[] = [
  { key: "weakened", sentence: (count) => `${countOf(count, "change")} made a promise weaker` },
  { key: "strengthened", sentence: (count) => `${countOf(count, "change")} made a promise stronger` },
  {
    key: "dropped",
    sentence: (count) => `${countOf(count, "thing")} promised ${count === 1 ? "was" : "were"} dropped`,
  },
  {
    key: "met",
    sentence: (count) => `${countOf(count, "thing")} promised ${count === 1 ? "was" : "were"} claimed as met`,
  },
  {
    key: "added",
    sentence: (count) => `${countOf(count, "promise or measure", "promises and measures")} added`,
  },
];

/** What changed in the last 12 months, as sentences, with the way to see each change. */
export function LatelyList({
  lately,
  base,
  from,
  to,
}: {
  lately: Comparison;
  base: string;
  from: string;
  to: string;
}) {
  const said = words.filter(({ key }) => lately[key].length > 0);
  if (said.length === 0) return <p>No promise has changed in the last 12 months.</p>;
  return (
    <>
      <ul>
        {said.map(({ key, sentence }) => (
          <li key={key}>{sentence(lately[key].length)}</li>
        ))}
      </ul>
      <p>
        <a href={changesPath(base, from, to)}>See each change with its reason</a>
      </p>
    </>
  );
}
