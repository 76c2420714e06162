import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Dish } from "#app/domain/calendar/food.ts";
import type { Weight } from "#app/domain/calendar/conflicts.ts";
import type { PollAnswer, PollSlot } from "#app/domain/session/poll.ts";
import type { Facility, Pause } from "#app/domain/session/session-input.ts";
import type { SessionStatus } from "#app/domain/session/status.ts";
import { createdAt, id, instant, organisationId, version } from "./columns.ts";

const counter = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
const userId = () => text("user_id").notNull();

export const sessions = pgTable("sessions", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  purpose: text("purpose").notNull(),
  communities: text("communities").notNull().default(""),
  traditions: text("traditions").array().notNull().default([]),
  startsAt: instant("starts_at").notNull(),
  endsAt: instant("ends_at").notNull(),
  daily: boolean("daily").notNull().default(false),
  breaks: jsonb("breaks").$type<Pause[]>().notNull().default([]),
  online: boolean("online").notNull(),
  venue: text("venue").notNull().default(""),
  place: text("place").notNull().default(""),
  facilities: text("facilities").array().$type<Facility[]>().notNull().default([]),
  catering: boolean("catering").notNull(),
  dishes: jsonb("dishes").$type<Dish[]>().notNull().default([]),
  separateServing: boolean("separate_serving").notNull().default(false),
  status: text("status").$type<SessionStatus>().notNull().default("planned"),
  shared: boolean("shared").notNull().default(false),
  changedOn: date("changed_on").notNull(),
  changeReason: text("change_reason").notNull().default(""),
  version: version(),
  createdAt: createdAt(),
});

export const sessionConflicts = pgTable("session_conflicts", {
  id: counter(),
  organisationId: organisationId(),
  sessionId: uuid("session_id").notNull(),
  sessionVersion: integer("session_version").notNull(),
  tradition: text("tradition").notNull(),
  observance: text("observance").notNull(),
  name: text("name").notNull(),
  keptOn: date("kept_on").notNull(),
  severity: text("severity").$type<Weight>().notNull(),
  acceptedReason: text("accepted_reason").notNull().default(""),
  userId: userId(),
  recordedAt: instant("recorded_at").notNull().defaultNow(),
});

export const sessionHistory = pgTable("session_history", {
  id: counter(),
  organisationId: organisationId(),
  sessionId: uuid("session_id").notNull(),
  kind: text("kind").$type<"planned" | "changed" | "menu" | "status">().notNull(),
  before: jsonb("before").$type<Record<string, unknown>>(),
  after: jsonb("after").$type<Record<string, unknown>>().notNull(),
  changedOn: date("changed_on").notNull(),
  userId: userId(),
  recordedAt: instant("recorded_at").notNull().defaultNow(),
});

export const calendarAnnouncements = pgTable("calendar_announcements", {
  id: id(),
  organisationId: organisationId(),
  tradition: text("tradition").notNull(),
  observance: text("observance").notNull(),
  keptOn: date("kept_on").notNull(),
  authority: text("authority").notNull(),
  source: text("source").notNull(),
  recordedOn: date("recorded_on").notNull(),
  withdrawn: boolean("withdrawn").notNull().default(false),
  userId: userId(),
  createdAt: createdAt(),
});

export const schoolHolidays = pgTable("school_holidays", {
  id: id(),
  organisationId: organisationId(),
  name: text("name").notNull(),
  startsOn: date("starts_on").notNull(),
  endsOn: date("ends_on").notNull(),
  createdAt: createdAt(),
});

export const sessionPolls = pgTable("session_polls", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  slots: jsonb("slots").$type<PollSlot[]>().notNull(),
  closesOn: date("closes_on").notNull(),
  links: integer("links").notNull(),
  closedAt: timestamp("closed_at", { withTimezone: true }),
  userId: userId(),
  createdAt: createdAt(),
});

export const sessionPollAnswers = pgTable(
  "session_poll_answers",
  {
    organisationId: organisationId(),
    pollId: uuid("poll_id").notNull(),
    linkId: uuid("link_id").notNull(),
    choices: jsonb("choices").$type<PollAnswer>().notNull(),
    /** The answer as the tally counts it; null until the tally has moved. */
    released: jsonb("released").$type<PollAnswer>(),
    /** Given through an earlier link that was replaced: it counts, and the holder of the new link does not read it. */
    carried: boolean("carried").notNull().default(false),
    answeredAt: instant("answered_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.linkId] })],
);
