import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { LinkPurpose } from "#app/domain/organisation/private-link.ts";
import { organisations } from "./accounts.ts";
import { createdAt, id, instant } from "./columns.ts";

export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** Null for mail between Kept and one person, such as a password reset. */
    organisationId: uuid("organisation_id").references(() => organisations.id),
    kind: text("kind").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    /** Null once delivered; given-up mail of an organisation keeps it for a while, to be tried again. */
    body: text("body"),
    state: text("state").$type<"queued" | "sent" | "failed">().notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    dueAt: instant("due_at").notNull().defaultNow(),
    lastError: text("last_error"),
    onceKey: text("once_key").unique(),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
    /** When an owner had it tried again. */
    triedAgainAt: instant("tried_again_at"),
    /** The private link that it carries, until it has arrived. */
    linkId: uuid("link_id"),
    /** Where one press in a mail program stops letters of this kind. */
    unsubscribeUrl: text("unsubscribe_url"),
    /** Whether the address goes with the text. */
    forgetRecipient: boolean("forget_recipient").notNull().default(false),
  },
  (table) => [
    index("mails_due")
      .on(table.dueAt)
      .where(sql`state = 'queued'`),
    index("mails_by_organisation").on(table.organisationId, table.createdAt),
  ],
);

export const privateLinks = pgTable(
  "private_links",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    purpose: text("purpose").$type<LinkPurpose>().notNull(),
    subjectId: text("subject_id").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    meta: jsonb("meta").$type<Record<string, unknown>>().notNull().default({}),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [index("private_links_by_subject").on(table.organisationId, table.purpose, table.subjectId)],
);
