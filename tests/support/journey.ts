import { randomUUID } from "node:crypto";
import type { EntryDraft } from "#app/domain/record/state.ts";
import { commitment, publish, update, type TestOrganisation } from "./record.ts";

export type PublishedJourney = { commitmentId: string; updateIndex: number };

/** A small whole journey: a promise due in 2099 with a measure, figures, a milestone, and an update whose words may go. */
export async function publishJourney(
  organisation: TestOrganisation,
  { name = "Harbour Lane Trust", title = "Pay within ten days", words = "We paid 12 people." } = {},
): Promise<PublishedJourney> {
  const [id, measure, milestone] = [randomUUID(), randomUUID(), randomUUID()];
  const draft = (
    kind: string,
    subject: string,
    content: Record<string, unknown>,
    reason?: string,
  ): EntryDraft => ({
    kind,
    subject,
    effectiveOn: "2025-02-01",
    role: "owner",
    body: { content, ...(reason ? { reason } : {}) },
  });
  const promise = commitment(id, title);
  const figures = {
    commitment: id,
    title: "Paid within ten days",
    unit: "%",
    direction: "up",
    baseline: { value: 41, on: "2025-01-01" },
    indicator: null,
    retired: false,
  };
  const reading = (on: string, value: number | null) =>
    draft("reading", `reading:${randomUUID()}`, { commitment: id, measure, on, value, computed: false });
  await publish(organisation, [
    draft("organisation", "organisation", {
      name,
      kind: "charity",
      region: "Wales",
      demonstration: false,
      statement: "We promise this.",
    }),
    { ...promise, body: { content: { ...promise.body.content, dueOn: "2099-03-31" } } },
    draft("measure", `measure:${measure}`, { ...figures, target: { value: 90, by: "2026-01-01" } }),
    draft(
      "measure",
      `measure:${measure}`,
      { ...figures, target: { value: 80, by: "2026-01-01" } },
      "Fewer staff.",
    ),
    draft("milestone", `milestone:${milestone}`, {
      commitment: id,
      title: "Write the policy",
      dueOn: "2099-01-31",
      metOn: null,
      dropped: false,
    }),
    reading("2025-03-01", 55.5),
    reading("2025-06-01", null),
  ]);
  const told = update(randomUUID(), "=HYPERLINK(1)");
  told.body.content = { ...told.body.content, commitment: id, text: words };
  const { firstIndex } = await publish(organisation, [told]);
  return { commitmentId: id, updateIndex: firstIndex };
}
