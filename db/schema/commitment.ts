import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import type { HistoryKind } from "#app/domain/commitment/history.ts";
import type { Status, UpdateKind } from "#app/domain/commitment/public.ts";
import { organisations, users } from "./accounts.ts";
import { createdAt, id, instant, organisationId, version } from "./columns.ts";

const commitmentId = () => uuid("commitment_id").notNull();
const changedOn = () => date("changed_on").notNull();
const changeReason = () => text("change_reason").notNull().default("");
const userId = (name = "user_id") =>
  text(name)
    .notNull()
    .references(() => users.id);

/** A reference that carries the organisation, so that it cannot cross to a neighbour. */
const ofCommitment = (table: { organisationId: AnyPgColumn; commitmentId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.organisationId, table.commitmentId],
    foreignColumns: [commitments.organisationId, commitments.id],
  });

export const organisationProfiles = pgTable("organisation_profiles", {
  organisationId: uuid("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  statement: text("statement").notNull().default(""),
  version: version(),
  changedOn: changedOn(),
});

export const commitments = pgTable(
  "commitments",
  {
    id: id(),
    organisationId: organisationId().references(() => organisations.id),
    title: text("title").notNull(),
    what: text("what").notNull(),
    why: text("why").notNull(),
    answerable: text("answerable").notNull(),
    answerableName: text("answerable_name").notNull().default(""),
    forWhom: text("for_whom").notNull(),
    startOn: date("start_on").notNull(),
    dueOn: date("due_on").notNull(),
    status: text("status").$type<Status>().notNull(),
    statusOn: date("status_on").notNull(),
    changedOn: changedOn(),
    changeReason: changeReason(),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    unique().on(table.organisationId, table.id),
    index("commitments_by_organisation").on(table.organisationId, table.createdAt, table.id),
  ],
);

export const commitmentRecommendations = pgTable(
  "commitment_recommendations",
  {
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    framework: text("framework").notNull(),
    recommendation: text("recommendation").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.commitmentId, table.framework, table.recommendation] }),
    ofCommitment(table),
    index("commitment_recommendations_by_organisation").on(
      table.organisationId,
      table.framework,
      table.recommendation,
    ),
  ],
);

export const commitmentStatuses = pgTable(
  "commitment_statuses",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    status: text("status").$type<Status>().notNull(),
    reason: text("reason").notNull(),
    effectiveOn: date("effective_on").notNull(),
    userId: userId(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    ofCommitment(table),
    index("commitment_statuses_by_commitment").on(table.commitmentId, table.id),
  ],
);

export const measures = pgTable(
  "measures",
  {
    id: id(),
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    title: text("title").notNull(),
    unit: text("unit").notNull(),
    direction: text("direction").$type<"up" | "down">().notNull(),
    baselineValue: doublePrecision("baseline_value"),
    baselineOn: date("baseline_on"),
    targetValue: doublePrecision("target_value"),
    targetBy: date("target_by"),
    indicator: text("indicator"),
    retired: boolean("retired").notNull().default(false),
    changedOn: changedOn(),
    changeReason: changeReason(),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    unique().on(table.organisationId, table.id),
    ofCommitment(table),
    index("measures_by_commitment").on(table.commitmentId, table.createdAt, table.id),
  ],
);

export type Interval = { lower: number; upper: number; confidence: number };

export const readings = pgTable(
  "readings",
  {
    id: id(),
    organisationId: organisationId(),
    measureId: uuid("measure_id").notNull(),
    readOn: date("read_on").notNull(),
    value: doublePrecision("value"),
    numerator: doublePrecision("numerator"),
    denominator: doublePrecision("denominator"),
    interval: jsonb("confidence_interval").$type<Interval>(),
    caveat: text("caveat").notNull().default(""),
    note: text("note").notNull().default(""),
    computed: boolean("computed").notNull().default(false),
    changeReason: changeReason(),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    unique().on(table.organisationId, table.id),
    unique().on(table.measureId, table.readOn),
    foreignKey({
      columns: [table.organisationId, table.measureId],
      foreignColumns: [measures.organisationId, measures.id],
    }),
  ],
);

export const milestones = pgTable(
  "milestones",
  {
    id: id(),
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    title: text("title").notNull(),
    dueOn: date("due_on").notNull(),
    metOn: date("met_on"),
    dropped: boolean("dropped").notNull().default(false),
    changedOn: changedOn(),
    changeReason: changeReason(),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    unique().on(table.organisationId, table.id),
    ofCommitment(table),
    index("milestones_by_commitment").on(table.commitmentId, table.dueOn, table.id),
  ],
);

export const updates = pgTable(
  "updates",
  {
    id: id(),
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    kind: text("kind").$type<UpdateKind>().notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    contentNote: text("content_note").notNull().default(""),
    effectiveOn: date("effective_on").notNull(),
    changeReason: changeReason(),
    version: version(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.organisationId, table.id),
    ofCommitment(table),
    index("updates_by_commitment").on(table.commitmentId, table.effectiveOn.desc(), table.id),
  ],
);

export const evidence = pgTable(
  "evidence",
  {
    id: id(),
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    readingId: uuid("reading_id"),
    title: text("title").notNull(),
    url: text("url"),
    fileName: text("file_name"),
    fileType: text("file_type"),
    fileSize: integer("file_size"),
    fileSha256: text("file_sha256"),
    shared: boolean("shared").notNull(),
    addedOn: date("added_on").notNull(),
    createdBy: userId("created_by"),
    createdAt: createdAt(),
  },
  (table) => [
    ofCommitment(table),
    foreignKey({
      columns: [table.organisationId, table.readingId],
      foreignColumns: [readings.organisationId, readings.id],
    }),
    index("evidence_by_commitment").on(table.commitmentId, table.createdAt, table.id),
  ],
);

export const commitmentHistory = pgTable(
  "commitment_history",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: organisationId(),
    commitmentId: commitmentId(),
    kind: text("kind").$type<HistoryKind>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>().notNull(),
    reason: text("reason").notNull().default(""),
    changedOn: changedOn(),
    userId: userId(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    ofCommitment(table),
    index("commitment_history_by_commitment").on(table.commitmentId, table.id),
  ],
);
