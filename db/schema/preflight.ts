import { bigint, date, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { DecidedPlan } from "#app/domain/session/preflight-lapse.ts";
import type { ToldAfterwards } from "#app/domain/session/preflight-afterwards.ts";
import type { Outcome } from "#app/domain/session/preflight-decision.ts";
import type { Finding, PreflightSheet } from "#app/domain/session/preflight.ts";
import { createdAt, id, instant, organisationId, version } from "./columns.ts";

export const preflightTemplates = pgTable("preflight_templates", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  basedOn: uuid("based_on"),
  sheet: jsonb("sheet").$type<PreflightSheet>().notNull(),
  createdAt: createdAt(),
});

export const preflights = pgTable(
  "preflights",
  {
    organisationId: organisationId(),
    sessionId: uuid("session_id").notNull(),
    sheet: jsonb("sheet").$type<PreflightSheet>().notNull(),
    afterwards: jsonb("afterwards").$type<ToldAfterwards>(),
    version: version(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.sessionId] })],
);

export const preflightDecisions = pgTable("preflight_decisions", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  sessionId: uuid("session_id").notNull(),
  outcome: text("outcome").$type<Outcome>().notNull(),
  reasons: jsonb("reasons").$type<Record<string, string>>().notNull(),
  plan: jsonb("plan").$type<DecidedPlan>().notNull().default({}),
  findings: jsonb("findings").$type<Finding[]>().notNull(),
  decidedOn: date("decided_on").notNull(),
  createdAt: createdAt(),
});

/** Each save, as it was; the newest is what `preflights` holds. */
export const preflightHistory = pgTable("preflight_history", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  sessionId: uuid("session_id").notNull(),
  version: integer("version").notNull(),
  sheet: jsonb("sheet").$type<PreflightSheet>().notNull(),
  leading: jsonb("led_by").$type<string[]>().notNull(),
  afterwards: jsonb("afterwards").$type<ToldAfterwards>(),
  changedOn: date("changed_on").notNull(),
  userId: text("user_id"),
  recordedAt: instant("recorded_at").notNull().defaultNow(),
});
