import { z } from "zod";

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");
const text = (max: number, empty: string) => z.string().trim().min(1, empty).max(max);

export const sensitivities = ["open", "careful", "confidential"] as const;
export const sourceKinds = ["session", "survey", "story", "open-form", "other"] as const;

/** Where things people said came from. One source may hold many. */
export const Source = z.object({
  id: z.uuid(),
  kind: z.enum(sourceKinds),
  title: text(200, "Name the source."),
  heldOn: day,
  /** How many people took part. */
  people: z.int().min(1, "Say how many people took part.").max(1_000_000),
});
export type Source = z.infer<typeof Source>;

/** Something people said. No names: by whom is a sentence about a group. */
export const Said = z.object({
  id: z.uuid(),
  sourceId: z.uuid(),
  /** In their words, or words agreed with them. */
  words: text(4000, "Write what people said."),
  inTheirWords: z.boolean(),
  bywhom: text(300, "Say who said it as a group, such as “six members of the young people’s group”."),
  people: z.int().min(1).max(1_000_000),
  askedFor: z.string().trim().max(2000),
  sensitivity: z.enum(sensitivities),
  saidOn: day,
  /** Day it reached the organisation: the clock starts here. */
  receivedOn: day,
});
export type Said = z.infer<typeof Said>;

export const noReasons = [
  "budget",
  "law",
  "leadership-change",
  "logistics",
  "decided-against",
  "outside-our-power",
  "other",
] as const;

/** What came of it. "We could not" without an explanation in plain words is not an answer. */
export const Answer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("we-did"),
    text: text(4000, "Say what changed."),
    since: day,
    evidence: z.string().trim().max(500),
  }),
  z.object({
    kind: z.literal("we-are-doing"),
    text: text(4000, "Say what you are doing."),
    nextStep: text(500, "Say what the next step is."),
    by: day,
  }),
  z.object({
    kind: z.literal("we-could-not"),
    reason: z.enum(noReasons, "Choose why it could not be done."),
    text: z
      .string()
      .trim()
      .min(
        40,
        "Explain in plain words why not: at least a sentence or two. People gave their time to say this.",
      )
      .max(4000),
  }),
]);
export type Answer = z.infer<typeof Answer>;

export const channels = [
  "email",
  "letter",
  "phone",
  "in-person",
  "in-a-session",
  "text",
  "other-language",
] as const;

/** That people were told. `told` of `of` people; told may not be more. */
export const ReportBack = z
  .object({
    on: day,
    channels: z.array(z.enum(channels)).min(1, "Say by which channel people were told."),
    told: z.int().min(1, "Nobody was told: then it has not been reported back.").max(1_000_000),
    of: z.int().min(1).max(1_000_000),
  })
  .refine((report) => report.told <= report.of, {
    path: ["told"],
    message: "More people were told than spoke. Check both numbers.",
  });
export type ReportBack = z.infer<typeof ReportBack>;

/** What participants answered over their private links. */
export type Heard = { reflects: "yes" | "partly" | "no"; changed: "yes" | "partly" | "no" | "too-early" };

export type LoopState = "open" | "answered" | "closed" | "agreed" | "disputed";

/**
 * A loop is `closed` only when people were told after the answer was given, and `agreed` only by participants: more of the
 * three or more who answered say yes than say partly and no together. `disputed` when more say no than yes. Doing the thing
 * without telling anybody leaves it `answered`: speaking and never hearing back is the harm (report, pages 42 and 49).
 * @param answeredOn day of the current answer; a report before it told people something else
 */
export function loopState(
  answer: Answer | null,
  answeredOn: string | null,
  reports: readonly ReportBack[],
  heard: readonly Heard[],
): LoopState {
  if (!answer || !answeredOn) return "open";
  if (!reports.some((report) => report.on >= answeredOn)) return "answered";
  const verdict = tallyHeard(heard);
  if (!verdict) return "closed";
  if (verdict.yes > verdict.partly + verdict.no) return "agreed";
  return verdict.no > verdict.yes ? "disputed" : "closed";
}

/** Fewest answers at which an aggregate is shown to anybody. */
export const fewestAnswers = 3;

/** Counts of "does this reflect what you said?"; null below the floor, when even the organisation sees nothing. */
export function tallyHeard(
  heard: readonly Heard[],
): { yes: number; partly: number; no: number; of: number } | null {
  if (heard.length < fewestAnswers) return null;
  const count = (answer: Heard["reflects"]) => heard.filter((each) => each.reflects === answer).length;
  return { yes: count("yes"), partly: count("partly"), no: count("no"), of: heard.length };
}
