import { daysBetween } from "../dates/days.ts";

type Told = { receivedOn: string; reports: readonly { on: string }[] };

/** The day on which people were first told; undefined while nobody was. */
export function firstTold({ reports }: Pick<Told, "reports">): string | undefined {
  return reports.map(({ on }) => on).sort()[0];
}

/** Calendar days from reception to the first report, of those loops that anybody was told of. */
export function daysUntilTold(loops: readonly Told[]): number[] {
  return loops.flatMap((loop) => {
    const told = firstTold(loop);
    return told === undefined ? [] : [daysBetween(loop.receivedOn, told)];
  });
}
