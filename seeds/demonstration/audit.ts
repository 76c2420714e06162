import { isInside, type Voice } from "#app/domain/audit/answer.ts";
import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import type { Level } from "#app/domain/audit/instrument.ts";
import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { answerAudit, inviteVoices } from "#db/audit-seats.server.ts";
import { openRound } from "#db/audit.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { decide, type NewReview, readReviews } from "#db/review.server.ts";

/** What the people of each voice said to each question, one person after the other; undefined for a question left out. */
export type Answers = Partial<Record<Voice, [question: string, said: (Level | "unknown")[]][]>>;

export type Dates = { opensOn: string; closesOn: string; evidenceOn: (question: string) => string };

/** A self-audit with the built-in questions; two of each voice do not answer. Returns the round's id. */
export async function tellRound(
  scope: Scope,
  title: string,
  said: Answers,
  { opensOn, closesOn, evidenceOn }: Dates,
): Promise<string> {
  const round = await openRound(scope, { title, instrument: builtInInstruments[0]!, opensOn, closesOn });
  const then = addDays(opensOn, 5);
  for (const [voice, questions] of Object.entries(said) as [Voice, [string, (Level | "unknown")[]][]][]) {
    const people = Math.max(...questions.map(([, levels]) => levels.length));
    const tokens = await inviteVoices(scope, round, voice, people + 2, then);
    for (const [person, token] of tokens.slice(0, people).entries()) {
      const answers = questions.flatMap(([question, levels]) => {
        const level = levels[person];
        if (!level) return [];
        const shown = isInside(voice)
          ? "Minutes and letters in our shared folder"
          : "I was told myself, at two meetings";
        const owed = isInside(voice) || level === "practised" || level === "owned";
        return [
          {
            question,
            level,
            evidence: owed ? shown : "",
            evidenceOn: owed ? evidenceOn(question) : null,
            note: "",
          },
        ];
      });
      await answerAudit(await openLink(token, "answer-audit", new Date(`${then}T12:00:00Z`)), answers, then);
    }
  }
  return round;
}

/** A reviewer's word on a commitment as it stands, signed on a day. Returns its id. */
export async function sign(
  reviewer: Scope,
  commitmentId: string,
  on: string,
  word: Pick<NewReview, "decision" | "text"> & Partial<NewReview>,
): Promise<string> {
  const { seen, reviews } = await readReviews(reviewer, commitmentId);
  const read = { seen: seen.fingerprint, after: reviews.at(-1)?.id ?? "" };
  return decide(
    reviewer,
    commitmentId,
    { ...read, actionBy: null, conflict: "", publish: false, ...word },
    on,
  );
}
