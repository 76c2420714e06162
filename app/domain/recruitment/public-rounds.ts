import { currentOf } from "../journey/content.ts";
import type { RecordState } from "../record/state.ts";
import { RecruitmentRoundContent } from "./public.ts";

export type PublicRound = RecruitmentRoundContent & {
  readonly id: string;
  /** Entry number of its latest version. */
  readonly entry: number;
};

/** The rounds that a record shows, the latest first. */
export function publicRounds(state: RecordState): PublicRound[] {
  return currentOf(state, "recruitment-round", RecruitmentRoundContent)
    .map(({ id, content, latest }) => ({ ...content, id, entry: latest.index }))
    .sort((a, b) => (a.openedOn < b.openedOn ? 1 : a.openedOn > b.openedOn ? -1 : 0));
}
