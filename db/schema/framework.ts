import { jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { Framework } from "#app/domain/framework/framework.ts";
import { organisations, users } from "./accounts.ts";
import { id, instant, organisationId } from "./columns.ts";

/** Frameworks that an organisation imported; the report's comes with Kept. */
export const frameworks = pgTable(
  "frameworks",
  {
    id: id(),
    organisationId: organisationId().references(() => organisations.id),
    key: text("key").notNull(),
    content: jsonb("content").$type<Framework>().notNull(),
    importedBy: text("imported_by")
      .notNull()
      .references(() => users.id),
    importedAt: instant("imported_at").notNull().defaultNow(),
  },
  (table) => [unique().on(table.organisationId, table.key)],
);
