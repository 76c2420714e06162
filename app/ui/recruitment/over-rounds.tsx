import type { ShareOverRounds } from "#app/domain/recruitment/share-over-rounds.ts";
import { formatMonth } from "../format.ts";
import { ShareChart } from "./share-chart.tsx";

/** The share of people appointed from all other ethnic groups combined, round by round, with the limits of an XmR chart once there are eight. */
export function OverRounds({ body, over }: { body: string; over: ShareOverRounds }) {
  const { limits, rounds, sentence } = over;
  const interval = limits ? { lower: Math.max(0, limits.lnpl), upper: Math.min(100, limits.unpl) } : null;
  return (
    <ShareChart
      title={`${body}: all other ethnic groups combined, of everyone appointed whose group is known`}
      summary={sentence}
      bars={rounds.map(({ title, on, x, n, percent }) => ({
        label: `${title}, ${formatMonth(on)}`,
        percent,
        interval,
        counts: `${x} of ${n}`,
      }))}
      mark={limits ? { label: "mean of the rounds", percent: limits.mean } : null}
    />
  );
}
