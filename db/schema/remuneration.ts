import { sql } from "drizzle-orm";
import { bigint, boolean, date, integer, jsonb, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Release } from "#app/domain/disclosure/ledger.ts";
import type { Bid } from "#app/domain/remuneration/bid.ts";
import type { ImportKind } from "#app/domain/remuneration/column-map.ts";
import type { Fund, LinePurpose } from "#app/domain/remuneration/fund.ts";
import type { OfferState } from "#app/domain/remuneration/offer-change.ts";
import type { Offer } from "#app/domain/remuneration/offer.ts";
import type { PayBasis } from "#app/domain/remuneration/pay-basis.ts";
import type { PaySummary } from "#app/domain/remuneration/public.ts";
import type { Rate } from "#app/domain/remuneration/rate.ts";
import { createdAt, id, organisationId, version } from "./columns.ts";

const pence = (name: string) => bigint(name, { mode: "number" });

export const funds = pgTable("funds", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  kind: text("kind").$type<Fund["kind"]>().notNull(),
  source: text("source").notNull(),
  restrictions: text("restrictions").notNull().default(""),
  startsOn: date("starts_on").notNull(),
  endsOn: date("ends_on").notNull(),
  amountPence: pence("amount_pence").notNull(),
  carriedOverPence: pence("carried_over_pence").notNull().default(0),
  version: version(),
  createdAt: createdAt(),
});

export const fundLines = pgTable("fund_lines", {
  id: id(),
  organisationId: organisationId(),
  fundId: uuid("fund_id").notNull(),
  purpose: text("purpose").$type<LinePurpose>().notNull(),
  title: text("title").notNull(),
  amountPence: pence("amount_pence").notNull(),
  createdAt: createdAt(),
});

export const fundDecisions = pgTable("fund_decisions", {
  id: id(),
  organisationId: organisationId(),
  fundId: uuid("fund_id").notNull(),
  kind: text("kind").$type<"move" | "overspend">().notNull(),
  fromLine: uuid("from_line"),
  toLine: uuid("to_line"),
  amountPence: pence("amount_pence").notNull(),
  reason: text("reason").notNull(),
  decidedOn: date("decided_on").notNull(),
  decidedBy: text("decided_by"),
  createdAt: createdAt(),
});

export const fundCarries = pgTable("fund_carries", {
  id: id(),
  organisationId: organisationId(),
  fromFund: uuid("from_fund").notNull(),
  toFund: uuid("to_fund").notNull(),
  amountPence: pence("amount_pence").notNull(),
  reason: text("reason").notNull(),
  decidedOn: date("decided_on").notNull(),
  decidedBy: text("decided_by"),
  createdAt: createdAt(),
});

export const bids = pgTable("bids", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  funder: text("funder").notNull(),
  amountPence: pence("amount_pence").notNull(),
  stage: text("stage").$type<Bid["stage"]>().notNull(),
  questionFixedOn: date("question_fixed_on"),
  submittedOn: date("submitted_on"),
  coProductionPence: pence("co_production_pence").notNull().default(0),
  trainingPence: pence("training_pence").notNull().default(0),
  whatChanged: text("what_changed").notNull().default(""),
  version: version(),
  createdAt: createdAt(),
});

export const payRates = pgTable("pay_rates", {
  id: id(),
  organisationId: organisationId(),
  kind: text("kind").$type<Rate["kind"]>().notNull(),
  title: text("title").notNull(),
  place: text("place").$type<Rate["place"]>().notNull(),
  role: text("role").notNull().default(""),
  activity: text("activity").notNull().default(""),
  pencePerHour: integer("pence_per_hour").notNull(),
  from: date("from_on").notNull(),
  until: date("until_on"),
  source: text("source").notNull(),
  createdAt: createdAt(),
});

export const staffCosts = pgTable("staff_costs", {
  id: id(),
  organisationId: organisationId(),
  title: text("title").notNull(),
  salaryPence: pence("salary_pence").notNull(),
  onCostsPercent: numeric("on_costs_percent", { precision: 5, scale: 2, mode: "number" }).notNull(),
  hoursPerWeek: numeric("hours_per_week", { precision: 5, scale: 2, mode: "number" }).notNull(),
  weeksPerYear: numeric("weeks_per_year", { precision: 5, scale: 2, mode: "number" }).notNull(),
  from: date("from_on").notNull(),
  createdAt: createdAt(),
});

export const offers = pgTable("offers", {
  id: id(),
  organisationId: organisationId(),
  lineId: uuid("line_id").notNull(),
  bidId: uuid("bid_id"),
  reference: text("reference").notNull(),
  role: text("role").notNull(),
  community: text("community").notNull().default(""),
  place: text("place").$type<Offer["place"]>().notNull(),
  offeredOn: date("offered_on").notNull(),
  heldOn: date("held_on").notNull(),
  time: jsonb("time").$type<Offer["time"]>().notNull(),
  expensesPence: pence("expenses_pence").notNull().default(0),
  expensesTiming: text("expenses_timing").$type<Offer["expensesTiming"]>().notNull(),
  lowIncome: boolean("low_income").notNull().default(false),
  timing: text("timing").$type<Offer["timing"]>().notNull(),
  promisedBy: date("promised_by").notNull(),
  choice: text("choice").$type<Offer["choice"]>(),
  agreedFeePence: pence("agreed_fee_pence"),
  adviceOffered: boolean("advice_offered").notNull().default(false),
  boundPence: pence("bound_pence").notNull(),
  confirmedOn: date("confirmed_on"),
  notReceivedOn: date("not_received_on"),
  withdrawnOn: date("withdrawn_on"),
  version: version(),
  createdAt: createdAt(),
});

export const offerEvents = pgTable("offer_events", {
  id: id(),
  organisationId: organisationId(),
  offerId: uuid("offer_id").notNull(),
  kind: text("kind").$type<"changed" | "withdrawn" | "chosen" | "received">().notNull(),
  saidBy: text("said_by").$type<"person" | "member">().notNull(),
  member: text("member"),
  was: jsonb("was").$type<OfferState>().notNull().default({}),
  now: jsonb("now").$type<OfferState>().notNull().default({}),
  reason: text("reason").notNull().default(""),
  happenedOn: date("happened_on")
    .notNull()
    .default(sql`((now() at time zone 'Europe/London')::date)`),
  createdAt: createdAt(),
});

export const payments = pgTable("payments", {
  id: id(),
  organisationId: organisationId(),
  lineId: uuid("line_id").notNull(),
  offerId: uuid("offer_id"),
  kind: text("kind").$type<"fee" | "expenses" | "other">().notNull(),
  amountPence: pence("amount_pence").notNull(),
  paidOn: date("paid_on").notNull(),
  method: text("method").notNull().default(""),
  financeReference: text("finance_reference").notNull(),
  /** The payment that this one takes back. */
  reverses: uuid("reverses"),
  note: text("note").notNull().default(""),
  createdAt: createdAt(),
});

export const payTurnouts = pgTable("pay_turnouts", {
  id: id(),
  organisationId: organisationId(),
  heldOn: date("held_on").notNull(),
  title: text("title").notNull(),
  tookPart: integer("took_part").notNull(),
  createdAt: createdAt(),
});

export const payImports = pgTable("pay_imports", {
  id: id(),
  organisationId: organisationId(),
  kind: text("kind").$type<ImportKind>().notNull(),
  fundId: uuid("fund_id"),
  fileName: text("file_name").notNull(),
  rows: jsonb("rows").$type<string[][]>().notNull(),
  createdAt: createdAt(),
});

export const paySummaries = pgTable("pay_summaries", {
  id: id(),
  organisationId: organisationId(),
  from: date("from_on").notNull(),
  until: date("until_on").notNull(),
  preparedOn: date("prepared_on").notNull(),
  content: jsonb("content").$type<PaySummary>().notNull(),
  releases: jsonb("releases").$type<Release[]>().notNull(),
  basis: jsonb("basis").$type<PayBasis>().notNull().default({}),
  reason: text("reason").notNull().default(""),
  createdAt: createdAt(),
});
