import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { organisations } from "./accounts.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** The head of each organisation's log. */
export const recordLogs = pgTable("record_logs", {
  organisationId: uuid("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  slug: text("slug").notNull().unique(),
  origin: text("origin").notNull().unique(),
  size: integer("size").notNull().default(0),
  frontier: bytes("frontier").notNull().default(new Uint8Array(0)),
  lastRecordedAt: instant("last_recorded_at"),
});

const organisationId = () =>
  uuid("organisation_id")
    .notNull()
    .references(() => recordLogs.organisationId);

/** Which key signs from which size on. */
export const recordKeys = pgTable(
  "record_keys",
  {
    organisationId: organisationId(),
    fromSize: integer("from_size").notNull(),
    verifierKey: text("verifier_key").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.fromSize] })],
);

/** The leaves of the log. */
export const recordEntries = pgTable(
  "record_entries",
  {
    organisationId: organisationId(),
    index: integer("index").notNull(),
    entry: text("entry").notNull(),
    kind: text("kind")
      .notNull()
      .generatedAlwaysAs(sql`entry::jsonb ->> 'kind'`),
    subject: text("subject")
      .notNull()
      .generatedAlwaysAs(sql`entry::jsonb ->> 'subject'`),
    withdraws: integer("withdraws"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.index] }),
    unique("record_entries_organisation_id_withdraws_key").on(table.organisationId, table.withdraws),
    index("record_entries_by_kind").on(table.organisationId, table.kind, table.index),
  ],
);

/** The words that the leaves seal. */
export const recordBodies = pgTable(
  "record_bodies",
  {
    organisationId: uuid("organisation_id").notNull(),
    index: integer("index").notNull(),
    body: text("body").notNull(),
    salt: bytes("salt").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.index] })],
);

/** The hashes that tiles are made of; `level` counts tiles, not tree levels: 0, 8, 16 of the tree are 0, 1, 2 here. */
export const recordNodes = pgTable(
  "record_nodes",
  {
    organisationId: organisationId(),
    level: smallint("level").notNull(),
    index: integer("index").notNull(),
    hash: bytes("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.level, table.index] })],
);

/** Signed heads. */
export const recordCheckpoints = pgTable(
  "record_checkpoints",
  {
    organisationId: organisationId(),
    size: integer("size").notNull(),
    note: text("note").notNull(),
    handover: boolean("handover").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.size] })],
);

/** What the directory of journeys shows and searches; a projection of the record. */
export const recordDirectory = pgTable("record_directory", {
  organisationId: uuid("organisation_id")
    .primaryKey()
    .references(() => recordLogs.organisationId),
  slug: text("slug").notNull(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  region: text("region").notNull(),
  demonstration: boolean("demonstration").notNull(),
  commitments: integer("commitments").notNull(),
  firstRecordedAt: instant("first_recorded_at").notNull(),
  lastRecordedAt: instant("last_recorded_at").notNull(),
});
