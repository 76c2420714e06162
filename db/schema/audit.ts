import { date, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AuditAnswer, Voice } from "#app/domain/audit/answer.ts";
import type { AnswersPlan } from "#app/domain/audit/import-plan.ts";
import type { Instrument } from "#app/domain/audit/instrument.ts";
import { id, instant, organisationId, version } from "./columns.ts";

export const auditInstruments = pgTable("audit_instruments", {
  id: id(),
  organisationId: organisationId(),
  key: text("key").notNull(),
  version: text("version").notNull(),
  content: jsonb("content").$type<Instrument>().notNull(),
  importedAt: instant("imported_at").notNull().defaultNow(),
});

export const auditRounds = pgTable("audit_rounds", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  instrument: jsonb("instrument").$type<Instrument>().notNull(),
  opensOn: date("opens_on").notNull(),
  closesOn: date("closes_on").notNull(),
  closedAt: instant("closed_at"),
  publishedQuestions: jsonb("published_questions").$type<string[]>().notNull().default([]),
  publishedOn: date("published_on"),
  importedOn: date("imported_on"),
  version: version(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const auditSeats = pgTable("audit_seats", {
  id: id(),
  organisationId: organisationId(),
  roundId: uuid("round_id").notNull(),
  voice: text("voice").$type<Voice>().notNull(),
  linkId: uuid("link_id"),
  answeredAt: instant("answered_at"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const auditAnswers = pgTable(
  "audit_answers",
  {
    organisationId: organisationId(),
    seatId: uuid("seat_id").notNull(),
    question: text("question").notNull(),
    level: text("level").$type<AuditAnswer["level"]>().notNull(),
    evidence: text("evidence").notNull().default(""),
    evidenceOn: date("evidence_on"),
    note: text("note").notNull().default(""),
  },
  (table) => [primaryKey({ columns: [table.seatId, table.question] })],
);

export const auditImports = pgTable("audit_imports", {
  id: id(),
  organisationId: organisationId(),
  fileName: text("file_name").notNull(),
  plan: jsonb("plan").$type<AnswersPlan>().notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const auditInvitations = pgTable(
  "audit_invitations",
  { organisationId: organisationId(), id: uuid("id").notNull(), roundId: uuid("round_id").notNull() },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);
