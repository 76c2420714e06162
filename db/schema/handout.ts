import { date, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { HandoutContent } from "#app/domain/handout/handout.ts";
import { createdAt, organisationId } from "./columns.ts";

/** What one version says, and whether it is meant for the public. */
export type StoredHandout = Pick<HandoutContent, "title" | "behaviours" | "translations"> & {
  shared: boolean;
};

export const handouts = pgTable(
  "handouts",
  {
    organisationId: organisationId(),
    number: integer("number").notNull(),
    content: jsonb("content").$type<StoredHandout>().notNull(),
    agreedWith: text("agreed_with").notNull(),
    changeReason: text("change_reason").notNull().default(""),
    savedOn: date("saved_on").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.number] })],
);
