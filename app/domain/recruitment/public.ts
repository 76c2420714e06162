import { z } from "zod";
import { SchemeId } from "./category.ts";
import { RoundFigures } from "./figures.ts";
import { PublicBenchmark } from "./public-benchmark.ts";
import { PublicFinding } from "./public-finding.ts";
import { Practice } from "./practice.ts";

/** The subject of a round's entries in the record. */
export const roundSubject = (id: string) => `recruitment-round:${id}`;

/** kind `recruitment-round`: how people were found, and counts that have passed `protect`, with what they tell. */
export const RecruitmentRoundContent = z.object({
  title: z.string().trim().min(1).max(200),
  body: z.enum(["leading_team", "coproduction_group", "board"]),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  scheme: SchemeId,
  practice: Practice,
  figures: RoundFigures,
  benchmark: PublicBenchmark.nullable(),
  findings: z.array(PublicFinding),
  caveat: z.string(),
});
export type RecruitmentRoundContent = z.infer<typeof RecruitmentRoundContent>;
