import { bigint, date, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Release } from "#app/domain/disclosure/ledger.ts";
import type { Benchmark } from "#app/domain/recruitment/benchmark.ts";
import type { ListId } from "#app/domain/recruitment/benchmark-list.ts";
import type { RoundFigures } from "#app/domain/recruitment/figures.ts";
import type { OtherBenchmark, PublicBenchmark } from "#app/domain/recruitment/public-benchmark.ts";
import type { PublicTotals } from "#app/domain/recruitment/public-totals.ts";
import type { Round } from "#app/domain/recruitment/round.ts";
import { createdAt, id, organisationId, version } from "./columns.ts";

/** What the public may see of a round's counts. */
export type Released = {
  figures: RoundFigures;
  benchmark: PublicBenchmark | null;
  /** A census by the other characteristic; not in what was released before it was looked for. */
  otherBenchmark?: OtherBenchmark | null;
  /** Where the exact total is public, for figures that are exact or hidden for that reason. */
  exactIn?: string;
};

export const recruitmentRounds = pgTable("recruitment_rounds", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  body: text("body").$type<Round["body"]>().notNull(),
  openedOn: date("opened_on").notNull(),
  closedOn: date("closed_on"),
  scheme: text("scheme").$type<Round["scheme"]>().notNull(),
  practice: jsonb("practice").$type<Round["practice"]>().notNull(),
  counts: jsonb("counts").$type<Round["counts"]>().notNull(),
  international: jsonb("international").$type<Round["international"]>(),
  other: jsonb("other").$type<Round["other"]>(),
  intersections: jsonb("intersections").$type<Round["intersections"]>(),
  publicTotals: jsonb("public_totals").$type<PublicTotals>(),
  released: jsonb("released").$type<Released>(),
  changeReason: text("change_reason").notNull().default(""),
  version: version(),
  createdAt: createdAt(),
});

export const recruitmentRoundChanges = pgTable("recruitment_round_changes", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  roundId: uuid("round_id").notNull(),
  kind: text("kind").$type<"opened" | "revised" | "counted" | "released" | "public_totals">().notNull(),
  before: jsonb("before"),
  after: jsonb("after").notNull(),
  userId: text("user_id").notNull(),
  changedOn: date("changed_on").notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
});

export const recruitmentBenchmarks = pgTable("recruitment_benchmarks", {
  id: id(),
  organisationId: organisationId(),
  kind: text("kind").$type<"served" | "area">().notNull(),
  scheme: text("scheme").$type<ListId>().notNull(),
  place: text("place").notNull(),
  source: text("source").notNull(),
  on: date("described_on").notNull(),
  lookAgainOn: date("look_again_on"),
  counts: jsonb("counts").$type<Benchmark["counts"]>().notNull(),
  /** Nothing is compared with it since. */
  setAsideOn: date("set_aside_on"),
  createdAt: createdAt(),
});

/** Private: it holds exact counts. Only `db/disclosure-ledger.server.ts` reads it. */
export const disclosureReleases = pgTable("disclosure_releases", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  series: text("series").notNull(),
  asOf: date("as_of").notNull(),
  release: jsonb("release").$type<Release>().notNull(),
  releasedAt: timestamp("released_at", { withTimezone: true }).notNull().defaultNow(),
});
