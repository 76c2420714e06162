import { bigint, boolean, date, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Decision } from "#app/domain/review/review.ts";
import { createdAt, id, organisationId, version } from "./columns.ts";

export const boardMeetings = pgTable("board_meetings", {
  id: id(),
  organisationId: organisationId(),
  heldOn: date("held_on").notNull(),
  title: text("title").notNull(),
  createdAt: createdAt(),
});

export const boardReviews = pgTable("board_reviews", {
  id: id(),
  organisationId: organisationId(),
  commitmentId: uuid("commitment_id").notNull(),
  seen: text("seen").notNull(),
  decision: text("decision").$type<Decision>().notNull(),
  text: text("text").notNull(),
  actionBy: date("action_by"),
  conflict: text("conflict").notNull().default(""),
  decidedOn: date("decided_on").notNull(),
  reviewerId: text("reviewer_id"),
  publish: boolean("publish").notNull().default(false),
  number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
  createdAt: createdAt(),
});

export const boardAnswers = pgTable("board_answers", {
  id: id(),
  organisationId: organisationId(),
  reviewId: uuid("review_id").notNull(),
  text: text("text").notNull(),
  answeredOn: date("answered_on").notNull(),
  answeredBy: text("answered_by"),
  createdAt: createdAt(),
});

export const boardSettings = pgTable("board_settings", {
  organisationId: uuid("organisation_id").primaryKey(),
  fourEyes: boolean("four_eyes").notNull().default(false),
  nextMeetingOn: date("next_meeting_on"),
  version: version(),
});

export const boardClearances = pgTable("board_clearances", {
  id: id(),
  organisationId: organisationId(),
  number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
  subject: text("subject").notNull(),
  seen: text("seen").notNull(),
  decision: text("decision").$type<"accept" | "return">().notNull(),
  text: text("text").notNull(),
  conflict: text("conflict").notNull().default(""),
  decidedOn: date("decided_on").notNull(),
  reviewerId: text("reviewer_id"),
  createdAt: createdAt(),
});
