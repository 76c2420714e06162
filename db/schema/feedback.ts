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
import type { Verdict } from "#app/domain/feedback/attestation.ts";
import type { Answer } from "#app/domain/feedback/answer.ts";
import type { Jurisdiction } from "#app/domain/feedback/bank-holidays.ts";
import type { LoopHistoryKind } from "#app/domain/feedback/history.ts";
import type { Changed, Reflection } from "#app/domain/feedback/loop.ts";
import type { CheckInDay, Happening, RefusalGround } from "#app/domain/feedback/open-door.ts";
import type { Channel } from "#app/domain/feedback/report-back.ts";
import type { Sensitivity, WordsUse } from "#app/domain/feedback/said.ts";
import type { SourceKind } from "#app/domain/feedback/source.ts";
import type { AttestedVoice, CommentUse, HeardVoice } from "#app/domain/feedback/voice.ts";
import { createdAt, id, organisationId, version } from "./columns.ts";

export const clockPromises = pgTable("clock_promises", {
  organisationId: uuid("organisation_id").primaryKey(),
  acknowledgeWithin: integer("acknowledge_within").notNull(),
  answerWithin: integer("answer_within").notNull(),
  jurisdiction: text("jurisdiction").$type<Jurisdiction>().notNull(),
  changedOn: date("changed_on").notNull(),
  changeReason: text("change_reason").notNull().default(""),
  version: version(),
});

export const feedbackSources = pgTable("feedback_sources", {
  id: id(),
  organisationId: organisationId(),
  kind: text("kind").$type<SourceKind>().notNull(),
  title: text("title").notNull(),
  heldOn: date("held_on").notNull(),
  people: integer("people").notNull(),
  createdAt: createdAt(),
});

export const loops = pgTable("loops", {
  id: id(),
  organisationId: organisationId(),
  sourceId: uuid("source_id").notNull(),
  words: text("words").notNull(),
  inTheirWords: boolean("in_their_words").notNull(),
  byWhom: text("by_whom").notNull(),
  people: integer("people").notNull(),
  askedFor: text("asked_for").notNull().default(""),
  sensitivity: text("sensitivity").$type<Sensitivity>().notNull(),
  wordsUse: text("words_use").$type<WordsUse>().notNull(),
  summary: text("summary").notNull().default(""),
  saidOn: date("said_on").notNull(),
  receivedOn: date("received_on").notNull(),
  acknowledgeWithin: integer("acknowledge_within").notNull(),
  answerWithin: integer("answer_within").notNull(),
  jurisdiction: text("jurisdiction").$type<Jurisdiction>().notNull(),
  acknowledgedOn: date("acknowledged_on"),
  takenBackOn: date("taken_back_on"),
  wordsStep: integer("words_step").notNull().default(0),
  writtenOn: date("written_on").notNull(),
  imported: boolean("imported").notNull().default(false),
  version: version(),
  createdAt: createdAt(),
});

export const loopPauses = pgTable("loop_pauses", {
  id: id(),
  organisationId: organisationId(),
  loopId: uuid("loop_id").notNull(),
  fromOn: date("from_on").notNull(),
  toOn: date("to_on"),
  reason: text("reason").notNull(),
  createdAt: createdAt(),
});

export const loopAnswers = pgTable("loop_answers", {
  id: id(),
  organisationId: organisationId(),
  loopId: uuid("loop_id").notNull(),
  content: jsonb("content").$type<Answer>().notNull(),
  answeredOn: date("answered_on").notNull(),
  why: text("why").notNull().default(""),
  position: integer("position").notNull(),
  createdAt: createdAt(),
});

export const loopReports = pgTable("loop_reports", {
  id: id(),
  organisationId: organisationId(),
  loopId: uuid("loop_id").notNull(),
  answerId: uuid("answer_id").notNull(),
  toldOn: date("told_on").notNull(),
  channels: text("channels").array().$type<Channel[]>().notNull(),
  told: integer("told").notNull(),
  of: integer("of").notNull(),
  createdAt: createdAt(),
});

export const loopVoices = pgTable("loop_voices", {
  id: id(),
  organisationId: organisationId(),
  loopId: uuid("loop_id").notNull(),
  linkId: uuid("link_id").notNull(),
  answerId: uuid("answer_id").notNull(),
  reflects: text("reflects").$type<Reflection>().notNull(),
  changed: text("changed").$type<Changed>().notNull(),
  comment: text("comment").notNull().default(""),
  commentUse: text("comment_use").$type<CommentUse>().notNull(),
  channel: text("channel").$type<Channel>(),
  /** What counts: as it stood when the tally last moved. Null before. */
  released: jsonb("released").$type<HeardVoice>(),
  /** Names the comment in the public record. */
  commentId: uuid("comment_id").notNull().defaultRandom(),
});

export const loopHistory = pgTable("loop_history", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  loopId: uuid("loop_id").notNull(),
  kind: text("kind").$type<LoopHistoryKind>().notNull(),
  detail: jsonb("detail").$type<Record<string, string>>().notNull().default({}),
  userId: text("user_id"),
  happenedOn: date("happened_on").notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
});

export const attestationRounds = pgTable("attestation_rounds", {
  id: id(),
  organisationId: organisationId(),
  commitmentId: uuid("commitment_id").notNull(),
  openedOn: date("opened_on").notNull(),
  closesOn: date("closes_on").notNull(),
  invited: integer("invited").notNull(),
  affected: integer("affected"),
  howChosen: text("how_chosen").notNull(),
  createdAt: createdAt(),
});

export const attestationAnswers = pgTable("attestation_answers", {
  id: id(),
  organisationId: organisationId(),
  roundId: uuid("round_id").notNull(),
  linkId: uuid("link_id").notNull(),
  verdict: text("verdict").$type<Verdict>().notNull(),
  comment: text("comment").notNull().default(""),
  commentUse: text("comment_use").$type<CommentUse>().notNull(),
  /** What counts: as it stood when the tally last moved. Null before. */
  released: jsonb("released").$type<AttestedVoice>(),
  /** Names the comment in the public record. */
  commentId: uuid("comment_id").notNull().defaultRandom(),
});

export const challenges = pgTable("challenges", {
  id: id(),
  organisationId: organisationId(),
  codeHash: text("code_hash").notNull(),
  passphraseHash: text("passphrase_hash").notNull(),
  commitmentId: uuid("commitment_id"),
  kind: text("kind").$type<"ask" | "challenge">().notNull(),
  words: text("words").notNull(),
  wordsUse: text("words_use").$type<WordsUse>().notNull(),
  receivedOn: date("received_on").notNull(),
  ground: text("ground").$type<RefusalGround>(),
  refusalNote: text("refusal_note"),
  moderatedOn: date("moderated_on"),
  refusalDisputedOn: date("refusal_disputed_on"),
  loopId: uuid("loop_id"),
  acknowledgeWithin: integer("acknowledge_within").notNull(),
  answerWithin: integer("answer_within").notNull(),
  jurisdiction: text("jurisdiction").$type<Jurisdiction>().notNull(),
  takenBackOn: date("taken_back_on"),
});

export const protectedChallenges = pgTable("protected_challenges", {
  id: id(),
  organisationId: organisationId(),
  codeHash: text("code_hash").notNull(),
  passphraseHash: text("passphrase_hash").notNull(),
  words: text("words").notNull(),
  receivedOn: date("received_on").notNull(),
  answer: text("answer"),
  answeredOn: date("answered_on"),
  acknowledgeWithin: integer("acknowledge_within").notNull(),
  answerWithin: integer("answer_within").notNull(),
  jurisdiction: text("jurisdiction").$type<Jurisdiction>().notNull(),
  takenBackOn: date("taken_back_on"),
});

export const challengeCheckIns = pgTable("challenge_check_ins", {
  id: id(),
  organisationId: organisationId(),
  challengeId: uuid("challenge_id").notNull(),
  day: integer("day").$type<CheckInDay>().notNull(),
  happened: text("happened").$type<Happening>().notNull(),
  words: text("words").notNull().default(""),
  answeredOn: date("answered_on").notNull(),
  position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity(),
});

export const checkInContacts = pgTable("check_in_contacts", {
  challengeId: uuid("challenge_id").primaryKey(),
  organisationId: organisationId(),
  sealed: text("sealed").notNull(),
  askedDay: integer("asked_day").$type<0 | CheckInDay>().notNull().default(0),
});

export const boardNotices = pgTable(
  "board_notices",
  {
    organisationId: organisationId(),
    userId: text("user_id").notNull(),
    key: text("key").notNull(),
    queuedOn: date("queued_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.userId, table.key] })],
);

export const takenBackMarks = pgTable(
  "taken_back_marks",
  {
    organisationId: organisationId(),
    mark: text("mark").notNull(),
    takenBackOn: date("taken_back_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.mark] })],
);
