import { bigint, boolean, date, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { NeedEvidence } from "#app/domain/persona/check.ts";
import type { CheckSubject } from "#app/domain/persona/check-input.ts";
import type { NeedArea } from "#app/domain/persona/need.ts";
import type { Persona, Provenance } from "#app/domain/persona/persona.ts";
import { createdAt, id, organisationId, version } from "./columns.ts";

export const personas = pgTable("personas", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  about: text("about").notNull(),
  strengths: jsonb("strengths").$type<string[]>().notNull().default([]),
  hopes: text("hopes").notNull().default(""),
  needs: jsonb("needs").$type<Persona["needs"]>().notNull().default([]),
  sources: jsonb("sources").$type<string[]>().notNull().default([]),
  provenance: jsonb("provenance").$type<Provenance>(),
  example: boolean("example").notNull().default(false),
  offeredOn: date("offered_on"),
  withdrawnOn: date("withdrawn_on"),
  importedFrom: text("imported_from").notNull().default(""),
  originId: uuid("origin_id"),
  changeReason: text("change_reason").notNull().default(""),
  changedOn: date("changed_on").notNull(),
  version: version(),
  createdAt: createdAt(),
});

/** What its makers took back; by this the copies that other organisations hold are reached. */
export const personaWithdrawals = pgTable(
  "persona_withdrawals",
  {
    organisationId: organisationId(),
    personaId: uuid("persona_id").notNull(),
    withdrawnOn: date("withdrawn_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.personaId] })],
);

export const ownNeeds = pgTable(
  "own_needs",
  {
    organisationId: organisationId(),
    id: text("id").notNull(),
    area: text("area").$type<NeedArea>().notNull(),
    title: text("title").notNull(),
    metBy: text("met_by").notNull(),
    seenBy: text("seen_by").notNull(),
    /** It came with a persona from another library, and goes with it. */
    brought: boolean("brought").notNull().default(false),
    /** Set by the database when the last persona that carried it was taken back. */
    withdrawnOn: date("withdrawn_on"),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);

export const needChecks = pgTable("need_checks", {
  id: id(),
  organisationId: organisationId(),
  subject: text("subject").$type<CheckSubject>().notNull(),
  subjectId: uuid("subject_id"),
  title: text("title").notNull(),
  everyone: boolean("everyone").notNull(),
  createdAt: createdAt(),
});

export const needCheckPersonas = pgTable(
  "need_check_personas",
  {
    organisationId: organisationId(),
    checkId: uuid("check_id").notNull(),
    personaId: uuid("persona_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.personaId] })],
);

export const needCheckRounds = pgTable("need_check_rounds", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  checkId: uuid("check_id").notNull(),
  checkedOn: date("checked_on").notNull(),
  answers: jsonb("answers").$type<NeedEvidence[]>().notNull(),
  createdAt: createdAt(),
});
