import type { RecordedEntry } from "#app/domain/record/state.ts";

/** One entry as a test writes it; what is left out does not matter to the test. */
export type Written = {
  kind: string;
  subject: string;
  on: string;
  content: Record<string, unknown>;
  reason?: string;
  recorded?: string;
};

/** Numbers entries in the order given; each is recorded on the morning it happened unless it says otherwise. */
export function recorded(entries: readonly Written[]): RecordedEntry[] {
  return entries.map(({ kind, subject, on, content, reason, recorded: day }, index) => ({
    index,
    kind,
    subject,
    effectiveOn: on,
    recordedAt: `${day ?? on}T09:00:00Z`,
    role: "editor",
    body: reason ? { content, reason } : { content },
  }));
}

export const answersId = "3b1f8c52-5a0c-4f3e-8a11-000000000001";
export const payId = "3b1f8c52-5a0c-4f3e-8a11-000000000002";
export const answeredId = "3b1f8c52-5a0c-4f3e-8a11-000000000003";

export const organisation = (
  on: string,
  statement = "We promise to tell people what came of it.",
): Written => ({
  kind: "organisation",
  subject: "organisation",
  on,
  content: { name: "Northgate", kind: "nhs", region: "North East", demonstration: true, statement },
});

export const promise = (id: string, title: string, on: string, dueOn: string, reason?: string): Written => ({
  kind: "commitment",
  subject: `commitment:${id}`,
  on,
  content: {
    title,
    what: `We will ${title.toLowerCase()}.`,
    why: "",
    answerable: "Director",
    forWhom: "People who take part",
    startOn: "2025-01-06",
    dueOn,
    recommendations: [{ framework: "anti-racism-in-co-production@1.2", id: "feedback-loops" }],
  },
  ...(reason ? { reason } : {}),
});

export const status = (commitment: string, value: string, on: string, recordedOn?: string): Written => ({
  kind: "status",
  subject: `status:${commitment}`,
  on,
  content: { commitment, status: value, reason: `It is ${value}.` },
  ...(recordedOn ? { recorded: recordedOn } : {}),
});

export const measure = (target: number, by: string, on: string, reason?: string): Written => ({
  kind: "measure",
  subject: `measure:${answeredId}`,
  on,
  content: {
    commitment: answersId,
    title: "Answered within 8 weeks",
    unit: "%",
    direction: "up",
    baseline: { value: 20, on: "2025-01-06" },
    target: { value: target, by },
    indicator: null,
    retired: false,
  },
  ...(reason ? { reason } : {}),
});

export const update = (kind: string, title: string, on: string): Written => ({
  kind: "update",
  subject: `update:${title}`,
  on,
  content: { commitment: answersId, kind, title, text: "What happened." },
});

type Answers = Record<"kept" | "partly" | "notKept" | "cannotTell", number>;

export const attestation = (commitment: string, answers: Answers | null, on: string): Written => ({
  kind: "attestation",
  subject: `attestation:${commitment}:${on}`,
  on,
  content: { commitment, invited: 12, answers, how: "Everyone who took part was asked." },
});

export const withdrawal = (subject: string, entry: number, on: string): Written => ({
  kind: "withdrawn",
  subject,
  on,
  content: { entry, reason: "consent-taken-back" },
});
