import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { Role } from "#app/domain/organisation/scope.ts";
import type { HistoryKind } from "#app/domain/organisation/history.ts";
import type { OrganisationKind } from "#app/domain/organisation/facts.ts";
import { createdAt, id, instant, version } from "./columns.ts";

const textId = () =>
  text("id")
    .primaryKey()
    .default(sql`gen_random_uuid()::text`);
const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** better-auth calls it `user`. */
export const users = pgTable("users", {
  id: textId(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** better-auth calls it `session`; here a session is a co-production meeting. */
export const signIns = pgTable(
  "sign_ins",
  {
    id: textId(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sign_ins_by_user").on(table.userId)],
);

/** better-auth calls it `account`: one way in which a person proves who they are. */
export const credentials = pgTable(
  "credentials",
  {
    id: textId(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("credentials_by_user").on(table.userId),
    unique("credentials_provider_id_account_id_key").on(table.providerId, table.accountId),
  ],
);

/** better-auth's one-time secrets, such as a password reset. */
export const verifications = pgTable(
  "verifications",
  {
    id: textId(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("verifications_by_identifier").on(table.identifier)],
);

/** The columns that rate-limiter-flexible asks for. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    expire: instant("expire"),
  },
  (table) => [index("rate_limits_by_expiry").on(table.expire)],
);

export const organisations = pgTable("organisations", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind").$type<OrganisationKind>().notNull(),
  region: text("region").notNull(),
  demonstration: boolean("demonstration").notNull().default(false),
  version: version(),
  createdAt: createdAt(),
});

const organisationId = () =>
  uuid("organisation_id")
    .notNull()
    .references(() => organisations.id);

export const memberships = pgTable(
  "memberships",
  {
    organisationId: organisationId(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role").$type<Role>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    index("memberships_by_user").on(table.userId),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organisationId: organisationId(),
    email: text("email").notNull(),
    role: text("role").$type<Role>().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [index("invitations_by_organisation").on(table.organisationId, table.createdAt)],
);

export const organisationHistory = pgTable(
  "organisation_history",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: organisationId(),
    at: instant("at").notNull().defaultNow(),
    userId: text("user_id").references(() => users.id),
    kind: text("kind").$type<HistoryKind>().notNull(),
    detail: jsonb("detail").$type<Record<string, string>>().notNull().default({}),
  },
  (table) => [index("organisation_history_by_organisation").on(table.organisationId, table.id)],
);
