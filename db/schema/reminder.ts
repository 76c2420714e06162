import { date, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { Channel } from "#app/domain/reminder/choice-input.ts";
import type { ReminderKind } from "#app/domain/reminder/due-items.ts";
import type { Topic } from "#app/domain/reminder/topics.ts";
import { instant, organisationId } from "./columns.ts";

export const reminders = pgTable(
  "reminders",
  {
    organisationId: organisationId(),
    key: text("key").notNull(),
    kind: text("kind").$type<ReminderKind>().notNull(),
    dueOn: date("due_on").notNull(),
    noticedOn: date("noticed_on").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.key] })],
);

export const reminderRuns = pgTable("reminder_runs", {
  organisationId: uuid("organisation_id").primaryKey(),
  checkedOn: date("checked_on"),
  found: integer("found").notNull().default(0),
  attempts: integer("attempts").notNull().default(0),
  retryAt: instant("retry_at").notNull().defaultNow(),
  lastError: text("last_error"),
  finishedAt: instant("finished_at"),
});

export const reminderChoices = pgTable(
  "reminder_choices",
  {
    organisationId: organisationId(),
    userId: text("user_id").notNull(),
    digest: text("digest").$type<Channel>().notNull().default("weekly"),
    weekday: smallint("weekday").notNull().default(1),
    without: jsonb("without").$type<Topic[]>().notNull().default([]),
    quietOn: jsonb("quiet_on").$type<string[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.userId] })],
);

/** The week whose letter was thought about last; read and written by the sweep alone. */
export const reminderLetters = pgTable(
  "reminder_letters",
  { organisationId: organisationId(), userId: text("user_id").notNull(), weekOn: date("week_on").notNull() },
  (table) => [primaryKey({ columns: [table.organisationId, table.userId] })],
);

/** What was told to whom at once; read and written by the sweep alone. */
export const reminderTold = pgTable(
  "reminder_told",
  { organisationId: organisationId(), userId: text("user_id").notNull(), key: text("key").notNull() },
  (table) => [primaryKey({ columns: [table.organisationId, table.userId, table.key] })],
);
