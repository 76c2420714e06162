import { z } from "zod";
import {
  CommitmentContent,
  MeasureContent,
  MilestoneContent,
  OrganisationContent,
  statuses,
} from "#app/domain/commitment/public.ts";
import { withdrawalReasons } from "#app/domain/record/withdrawal.ts";

/** What the read-only API answers. The OpenAPI document is made of these, and tests hold every answer against them. */

const day = z.string().describe("An ISO date.");
const instant = z.string().describe("An ISO instant, UTC.");
const address = z.string().describe("An absolute address.");
const count = z.int().nonnegative();

export const ApiOrganisation = z.object({
  slug: z.string(),
  ...OrganisationContent.pick({ name: true, kind: true, region: true, demonstration: true }).shape,
  commitments: count,
  firstRecordedAt: instant,
  lastRecordedAt: instant,
  self: address,
  page: address,
});

export const ApiDirectory = z.object({
  journeys: z.array(ApiOrganisation),
  next: address.nullable().describe("The next page; null on the last."),
});

const ApiStanding = z.object({
  status: z.enum(statuses).describe("As the organisation says."),
  since: day,
  reason: z.string().nullable(),
  peopleAffected: z
    .enum(["not-asked", "too-few", "agreed", "disputed"])
    .describe("What people affected say of a claim of done."),
  daysOverdue: count,
});

export const ApiCommitmentLine = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: day,
  firstDueOn: day.describe("As first promised."),
  standing: ApiStanding,
  self: address,
  page: address,
});

export const ApiJourney = z.object({
  slug: z.string(),
  organisation: OrganisationContent,
  size: count.describe("Entries in the public record."),
  publishedOn: day,
  figures: z.record(z.string(), count),
  commitments: z.array(ApiCommitmentLine),
  entries: address,
  record: address.describe("The whole record as one file, to be verified."),
  page: address,
});

export const ApiEntry = z.object({
  index: count.describe("Its number in the record, from 0."),
  kind: z.string(),
  subject: z.string(),
  effectiveOn: day.describe("When it happened."),
  recordedAt: instant,
  late: z.boolean().describe("Recorded more than 30 days after it happened."),
  role: z.string(),
  author: z.string().nullable(),
  content: z.record(z.string(), z.unknown()).nullable().describe("Null once withdrawn."),
  reason: z.string().nullable(),
  withdrawn: z
    .object({ by: count, reason: z.enum(withdrawalReasons), recordedAt: instant })
    .nullable()
    .describe("Why the words are gone; null when they stand."),
});

export const ApiEntries = z.object({
  size: count,
  entries: z.array(ApiEntry),
  next: address.nullable(),
});

export const ApiCommitment = z.object({
  ...ApiCommitmentLine.shape,
  ...CommitmentContent.shape,
  measures: z.array(
    z.object({
      id: z.string(),
      ...MeasureContent.pick({
        title: true,
        unit: true,
        direction: true,
        baseline: true,
        target: true,
        retired: true,
      }).shape,
      targets: z
        .array(z.object({ from: day, target: MeasureContent.shape.target, reason: z.string().nullable() }))
        .describe("Every target that was ever set, oldest first."),
      readings: z.array(z.object({ on: day, value: z.number().nullable(), caveat: z.string().nullable() })),
    }),
  ),
  milestones: z.array(
    z.object({
      id: z.string(),
      ...MilestoneContent.pick({ title: true, dueOn: true, metOn: true, dropped: true }).shape,
    }),
  ),
});
