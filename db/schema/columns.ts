import { integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** The columns that most tables have, each written once. */
export const id = () => uuid("id").primaryKey().defaultRandom();

/** Whose row it is. Row-level security compares it with the scope of the transaction. */
export const organisationId = () => uuid("organisation_id").notNull();

/** A moment, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Counts up with every save, so that a second person's save is noticed. */
export const version = () => integer("version").notNull().default(1);
