import {
  bigint,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Completion, Course, Topic } from "#app/domain/training/training.ts";
import { createdAt, id, organisationId, version } from "./columns.ts";

const pence = (name: string) => bigint(name, { mode: "number" }).notNull();

export const facilitators = pgTable("facilitators", {
  id: id(),
  organisationId: organisationId(),
  label: text("label").notNull(),
  basis: text("basis").$type<"internal" | "external">().notNull(),
  recommendedBy: text("recommended_by").notNull().default(""),
  leftOn: date("left_on"),
  version: version(),
  createdAt: createdAt(),
});

export const facilitatorSessions = pgTable(
  "facilitator_sessions",
  {
    organisationId: organisationId(),
    facilitatorId: uuid("facilitator_id").notNull(),
    sessionId: uuid("session_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.facilitatorId, table.sessionId] })],
);

export const courses = pgTable("courses", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  provider: text("provider").notNull(),
  topics: jsonb("topics").$type<Topic[]>().notNull(),
  hours: doublePrecision("hours").notNull(),
  costPence: pence("cost_pence"),
  designedBy: text("designed_by").notNull(),
  livedExperiencePaid: text("lived_experience_paid").$type<Course["livedExperiencePaid"]>().notNull(),
  validMonths: integer("valid_months").notNull(),
  createdAt: createdAt(),
});

export const completions = pgTable("completions", {
  id: id(),
  organisationId: organisationId(),
  facilitatorId: uuid("facilitator_id").notNull(),
  courseId: uuid("course_id").notNull(),
  completedOn: date("completed_on").notNull(),
  evidence: text("evidence").notNull().default(""),
  changes: jsonb("changes").$type<Completion["changes"]>().notNull().default([]),
  createdAt: createdAt(),
});

export const trainingPlans = pgTable("training_plans", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  project: text("project").notNull(),
  /** The bid that the plan belongs to; without one, `project` names it alone. */
  bidId: uuid("bid_id"),
  fundLineId: uuid("fund_line_id"),
  plannedPence: pence("planned_pence"),
  plannedBy: date("planned_by").notNull(),
  createdAt: createdAt(),
});

export const trainingSpends = pgTable("training_spends", {
  id: id(),
  organisationId: organisationId(),
  planId: uuid("plan_id").notNull(),
  amountPence: pence("amount_pence"),
  spentOn: date("spent_on").notNull(),
  note: text("note").notNull().default(""),
  createdAt: createdAt(),
});
