import { foldJourney } from "#app/domain/journey/journey.ts";
import { emptyState, foldEntries, type RecordedEntry } from "#app/domain/record/state.ts";
import type { Pack } from "#app/domain/review/pack.ts";

export const packId = (part: number, index: number) =>
  `${String(part).padStart(8, "0")}-1111-4111-8111-${String(index).padStart(12, "0")}`;

/** A pack of so many commitments, each with a measure, six readings and an attestation. */
export function packOf(commitments: number): Pack {
  const entries: RecordedEntry[] = [];
  const add = (kind: string, subject: string, content: Record<string, unknown>, effectiveOn = "2026-01-01") =>
    entries.push({
      index: entries.length,
      kind,
      subject,
      effectiveOn,
      recordedAt: "2026-05-02T10:00:00Z",
      role: "owner",
      body: { content },
    });
  add("organisation", "organisation", {
    name: "Tŷ Café Llŷn",
    kind: "charity",
    region: "Wales",
    demonstration: false,
    statement: "",
  });
  for (let i = 0; i < commitments; i += 1) {
    const [id, measure] = [packId(1, i), packId(2, i)];
    add("commitment", `commitment:${id}`, {
      title: `Promise number ${i + 1}`,
      what: "Everybody is paid within ten days – “no excuses”.",
      why: "",
      answerable: "Director of Finance",
      forWhom: "Co-producers",
      startOn: "2026-01-01",
      dueOn: "2026-04-01",
      recommendations: [],
    });
    add("measure", `measure:${measure}`, {
      commitment: id,
      title: "Paid in time",
      unit: "%",
      direction: "up",
      baseline: { value: 41, on: "2026-01-01" },
      target: { value: 90, by: "2026-12-31" },
      indicator: null,
      retired: false,
    });
    for (let month = 1; month <= 6; month += 1)
      add(
        "reading",
        `reading:${packId(10 + month, i)}`,
        {
          commitment: id,
          measure,
          on: `2026-0${month}-15`,
          value: 40 + month,
          computed: false,
          note: "Counted by hand.",
        },
        `2026-0${month}-15`,
      );
    add("attestation", `attestation:${packId(3, i)}`, {
      commitment: id,
      invited: 9,
      answers: { kept: 1, partly: 2, notKept: 4, cannotTell: 0 },
      how: "All of them.",
    });
  }
  const journey = foldJourney(foldEntries(emptyState, entries), "2026-06-01")!;
  return {
    journey,
    checkpoint: {
      origin: "kept.example/ty-cafe",
      size: entries.length,
      root: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
    },
    madeOn: "2026-06-01",
    lastMeetingOn: "2026-05-01",
    agenda: [
      {
        concern: "claim-disputed",
        title: "Pay",
        because: "They do not agree.",
        href: "/",
        since: "2026-05-01",
        isNew: true,
      },
    ],
    reviews: [],
    undecided: journey.commitments.map(({ id }) => id),
    funds: [
      {
        title: "Taking part",
        endsOn: "2026-12-31",
        held: 1000_00,
        spent: 250_00,
        committed: 50_00,
        commitments: [packId(1, 0)],
        unspent: null,
      },
    ],
  };
}
