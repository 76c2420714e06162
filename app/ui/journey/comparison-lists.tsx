import type { Comparison } from "#app/domain/journey/compare-moments.ts";
import type { Moment } from "#app/domain/journey/moment.ts";
import { Timeline } from "../record/timeline.tsx";
import { MomentItem } from "./moment-item.tsx";

/** The order in which a reader should meet them: what became less stands first. */
export const fates: { key: keyof Comparison; title: string; none: string }[] = [
  { key: "weakened", title: "Weakened", none: "No promise was weakened." },
  { key: "dropped", title: "Dropped", none: "No promise was dropped." },
  { key: "met", title: "Met, says the organisation", none: "No promise was met." },
  { key: "strengthened", title: "Strengthened", none: "No promise was strengthened." },
  { key: "added", title: "Added", none: "No promise was added." },
  { key: "changed", title: "Reworded or corrected", none: "Nothing was reworded or corrected." },
];

type ComparisonListsProps = { comparison: Comparison; base: string; titles: ReadonlyMap<string, string> };

/** Promises weakened, dropped, met, strengthened, added and reworded, each with its reason. */
export function ComparisonLists({ comparison, base, titles }: ComparisonListsProps) {
  return (
    <div className="stack-wide">
      {fates.map(({ key, title, none }) => (
        <section key={key} aria-labelledby={`fate-${key}`}>
          <h3 id={`fate-${key}`} className="fate">
            {title} <span className="soft">{comparison[key].length}</span>
          </h3>
          {comparison[key].length === 0 ? (
            <p className="soft">{none}</p>
          ) : (
            <FateTimeline moments={comparison[key]} label={title} base={base} titles={titles} />
          )}
        </section>
      ))}
    </div>
  );
}

function FateTimeline({
  moments,
  label,
  base,
  titles,
}: {
  moments: readonly Moment[];
  label: string;
  base: string;
  titles: ReadonlyMap<string, string>;
}) {
  return (
    <Timeline label={label}>
      {moments.map((moment) => (
        <MomentItem
          key={moment.index}
          moment={moment}
          base={base}
          level={4}
          commitmentTitle={moment.commitment ? titles.get(moment.commitment) : undefined}
        />
      ))}
    </Timeline>
  );
}
