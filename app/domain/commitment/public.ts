import { z } from "zod";

/** What the public may read of a commitment. Each schema is the `content` of one kind of record entry. */

const isoDate = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");
const sentence = (max: number) => z.string().trim().min(1).max(max);

/** Subjects are kept stable for ever: `commitment:<uuid>`, `measure:<uuid>` and so on. */
export const subjectOf = {
  organisation: "organisation",
  commitment: (id: string) => `commitment:${id}`,
  status: (commitmentId: string) => `status:${commitmentId}`,
  measure: (id: string) => `measure:${id}`,
  reading: (id: string) => `reading:${id}`,
  milestone: (id: string) => `milestone:${id}`,
  update: (id: string) => `update:${id}`,
  evidence: (id: string) => `evidence:${id}`,
} as const;

export const statuses = ["planned", "under-way", "stalled", "did-not-work", "done", "dropped"] as const;
export type Status = (typeof statuses)[number];

export const updateKinds = ["progress", "setback", "learning", "change-of-course"] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** kind `organisation` */
export const OrganisationContent = z.object({
  name: sentence(200),
  kind: z.enum(["university", "nhs", "council", "charity", "other"]),
  region: sentence(100),
  demonstration: z.boolean(),
  /** In the first person plural: why we promise, to whom. */
  statement: z.string().trim().max(4000),
});
export type OrganisationContent = z.infer<typeof OrganisationContent>;

/** kind `commitment` */
export const CommitmentContent = z.object({
  title: sentence(120),
  what: sentence(4000),
  why: z.string().trim().max(4000),
  /** A role ("Director of Nursing"); a name only if that person wishes. */
  answerable: sentence(200),
  answerableName: z.string().trim().max(200).optional(),
  forWhom: sentence(1000),
  startOn: isoDate,
  dueOn: isoDate,
  recommendations: z.array(z.object({ framework: z.string(), id: z.string() })),
});
export type CommitmentContent = z.infer<typeof CommitmentContent>;

/** kind `status`; the subject is the commitment's own status, so its versions are the history. */
export const StatusContent = z.object({
  commitment: z.uuid(),
  status: z.enum(statuses),
  reason: sentence(2000),
});
export type StatusContent = z.infer<typeof StatusContent>;

/** kind `measure`. Values are plain numbers in `unit`; a share is in percent. */
export const MeasureContent = z.object({
  commitment: z.uuid(),
  title: sentence(200),
  unit: sentence(60),
  /** Which way is better. */
  direction: z.enum(["up", "down"]),
  baseline: z.object({ value: z.number(), on: isoDate }).nullable(),
  target: z.object({ value: z.number(), by: isoDate }).nullable(),
  /** An indicator's id (`feedback.closed-in-time`), or null when entered by hand. */
  indicator: z.string().nullable(),
  /** The organisation stopped measuring it. Never removed: shown with its reason. */
  retired: z.boolean(),
});
export type MeasureContent = z.infer<typeof MeasureContent>;

/** kind `reading`. `value` is null when the figure could not be told (hidden to protect people, or too few). */
export const ReadingContent = z.object({
  commitment: z.uuid(),
  measure: z.uuid(),
  on: isoDate,
  value: z.number().nullable(),
  numerator: z.number().nullable().optional(),
  denominator: z.number().nullable().optional(),
  interval: z.object({ lower: z.number(), upper: z.number(), confidence: z.number() }).nullable().optional(),
  caveat: z.string().max(1000).optional(),
  note: z.string().max(2000).optional(),
  /** True when the figure was computed from a practice module, not typed. */
  computed: z.boolean(),
});
export type ReadingContent = z.infer<typeof ReadingContent>;

/** kind `milestone` */
export const MilestoneContent = z.object({
  commitment: z.uuid(),
  title: sentence(200),
  dueOn: isoDate,
  metOn: isoDate.nullable(),
  /** Given up, with the reason in the entry. */
  dropped: z.boolean(),
});
export type MilestoneContent = z.infer<typeof MilestoneContent>;

/** kind `update` */
export const UpdateContent = z.object({
  commitment: z.uuid(),
  kind: z.enum(updateKinds),
  title: sentence(200),
  text: z.string().trim().max(6000),
  /** Describes harm: pages put a content note before it. */
  contentNote: z.string().trim().max(300).optional(),
});
export type UpdateContent = z.infer<typeof UpdateContent>;

/** kind `evidence`: a link, or a file named by its hash and served at `/evidence/<sha256>`. */
export const EvidenceContent = z.object({
  commitment: z.uuid(),
  title: sentence(200),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  file: z
    .object({
      name: sentence(200),
      type: sentence(100),
      size: z.int().positive(),
      sha256: z.string().length(64),
    })
    .nullable(),
});
export type EvidenceContent = z.infer<typeof EvidenceContent>;
