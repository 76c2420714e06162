import type { Given } from "../audit/findings.ts";
import { evidenceHoldsMonths, voiceWords } from "../audit/answer.ts";
import type { Instrument } from "../audit/instrument.ts";
import { type LapsedQuestion, lapsedQuestions } from "../audit/report.ts";
import { wideningGaps } from "../audit/widening.ts";
import type { Standing } from "../commitment/findings.ts";
import { isOpen } from "../commitment/transitions.ts";
import { addMonths, daysBetween } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { Journey } from "../journey/journey.ts";
import type { RecordState } from "../record/state.ts";
import { currentOf } from "../journey/content.ts";
import { SessionContent } from "../session/public.ts";
import { formatPence } from "../money/format.ts";
import type { AgendaItem } from "./agenda.ts";
import { type Decision, decidedWords, owesAnswer } from "./review.ts";

/** Open promises past their day, and those that stalled, as the workspace has them. @param base address of the list of commitments */
export function workItems(standings: readonly Standing[], base: string, today: string): AgendaItem[] {
  return standings.flatMap((standing): AgendaItem[] => {
    const { id, title, status, statusOn, statusReason, dueOn } = standing;
    const href = `${base}/${id}/review`;
    const late = daysBetween(dueOn, today);
    const wasDue = `due on ${writtenDay(dueOn)}, ${late === 1 ? "1 day" : `${late} days`} ago`;
    if (status === "stalled")
      return [
        {
          concern: late > 0 ? "overdue" : "stalled",
          title,
          because: `Stalled since ${writtenDay(statusOn)}${late > 0 ? `, and it was ${wasDue}` : ""}. The reason given: ${statusReason}`,
          href,
          since: late > 0 && dueOn < statusOn ? dueOn : statusOn,
        },
      ];
    if (!isOpen(status) || late <= 0) return [];
    return [{ concern: "overdue", title, because: `It was ${wasDue}.`, href, since: dueOn }];
  });
}

/**
 * What the public record says: promises weakened in the last twelve months, and claims of done that people affected dispute
 * or were not heard on.
 */
export function recordItems(journey: Journey, base: string, today: string): AgendaItem[] {
  const yearAgo = addMonths(today, -12);
  const weakened = journey.timeline.flatMap((moment): AgendaItem[] => {
    if (moment.recordedOn <= yearAgo) return [];
    return (
      moment.differences
        // What is stalled stands on the agenda in its own right.
        .filter(
          ({ direction, field, now }) =>
            direction === "weakened" && !(field === "Status" && now === "Stalled"),
        )
        .map(({ field, was, now }) => ({
          concern: "promise-weakened",
          title: moment.title,
          because: `${field}: ${was} became ${now}. ${moment.reason ? `The reason given: ${moment.reason}` : "No reason was given."}`,
          href: moment.commitment ? `${base}/${moment.commitment}/review` : base,
          since: moment.recordedOn,
        }))
    );
  });
  const claims = journey.commitments.flatMap(({ id, title, standing, statuses }): AgendaItem[] => {
    if (standing.status !== "done" || standing.agreement === "agreed") return [];
    const disputed = standing.agreement === "disputed";
    return [
      {
        concern: disputed ? "claim-disputed" : "claim-not-attested",
        title,
        because: disputed
          ? "We published that it is done. The people affected do not agree."
          : "We published that it is done. The people affected have not confirmed it.",
        href: `${base}/${id}/review`,
        since: statuses.at(-1)?.effectiveOn ?? today,
      },
    ];
  });
  return [...weakened, ...claims];
}

/** Sessions on a holy day that somebody decided to hold all the same, in the last twelve months. @param base address of the sessions */
export function sessionItems(state: RecordState, base: string, today: string): AgendaItem[] {
  const yearAgo = addMonths(today, -12);
  return currentOf(state, "session", SessionContent).flatMap(({ id, content }): AgendaItem[] => {
    const { title, on, status, conflicts, accepted } = content;
    if (status === "called-off" || conflicts.length === 0 || on <= yearAgo) return [];
    const names = conflicts.map(({ name }) => name).join(", ");
    const because = `On ${writtenDay(on)}, which meets ${names}. ${accepted ? `The reason given: ${accepted}` : "No reason was given."}`;
    return [{ concern: "conflict-accepted", title, because, href: `${base}/${id}`, since: on }];
  });
}

type Asked = {
  commitmentId: string;
  title: string;
  decision: Decision;
  text: string;
  actionBy: string | null;
  answered: boolean;
};

/** What the board asked for and did not get in time. */
export function overdueActions(reviews: readonly Asked[], base: string, today: string): AgendaItem[] {
  return reviews.flatMap(({ commitmentId, title, decision, text, actionBy, answered }): AgendaItem[] => {
    if (!owesAnswer(decision) || answered || actionBy === null || actionBy >= today) return [];
    const because = `${decidedWords[decision]}, owed by ${writtenDay(actionBy)}: ${text}`;
    return [
      { concern: "action-overdue", title, because, href: `${base}/${commitmentId}/review`, since: actionBy },
    ];
  });
}

type Round = { id: string; instrument: Instrument; closedOn: string; given: readonly Given[] };

/** What the latest audit round shows beside the one before. @param base address of the audit room */
export function auditItems(rounds: readonly Round[], base: string, today: string): AgendaItem[] {
  const [before, latest] = [rounds.at(-2), rounds.at(-1)];
  if (!latest) return [];
  const href = `${base}/${latest.id}/findings`;
  const titleOf = (question: string) =>
    latest.instrument.questions.find(({ id }) => id === question)?.title ?? question;
  const wider = before ? wideningGaps(before, latest) : [];
  return [
    ...wider.map(({ question, higher, lower, before: was, levels }): AgendaItem => ({
      concern: "perception-gap-widening",
      title: titleOf(question),
      because: `${voiceWords[higher]} and ${voiceWords[lower].toLowerCase()} were ${was === 1 ? "1 level" : `${was} levels`} apart and are ${levels} now.`,
      href: `${href}#q-${question}`,
      since: latest.closedOn,
    })),
    ...lapsedItems(lapsedQuestions(latest.instrument, latest.given, today), titleOf, href),
  ];
}

/** One item for each question, whichever voices' evidence lapsed. */
function lapsedItems(
  lapsed: readonly LapsedQuestion[],
  titleOf: (question: string) => string,
  href: string,
): AgendaItem[] {
  const questions = [...new Set(lapsed.map(({ question }) => question))];
  return questions.map((question) => {
    const own = lapsed.filter((one) => one.question === question);
    const told = own.map(
      ({ voice, newestOn }) => `${voiceWords[voice].toLowerCase()} from ${writtenDay(newestOn)}`,
    );
    const oldest = own.map(({ newestOn }) => newestOn).sort()[0]!;
    return {
      concern: "evidence-lapsed",
      title: titleOf(question),
      because: `It is said to be practised, and the newest evidence is more than a year old: ${told.join("; ")}.`,
      href: `${href}#q-${question}`,
      since: addMonths(oldest, evidenceHoldsMonths),
    };
  });
}

type Fund = {
  id: string;
  title: string;
  kind: string;
  startsOn: string;
  endsOn: string;
  /** In pence: what the fund holds, what is paid, and what is promised in offers. */
  held: number;
  spent: number;
  committed: number;
};

/** Share of the period by which a fund has to lag before it is worth a board's time: one month of a year is no finding. */
const lag = 0.25;

/** Ring-fenced money of which much less is spent or promised than the period would suggest. Straight line over the period. */
export function unspentItems(funds: readonly Fund[], base: string, today: string): AgendaItem[] {
  return funds.flatMap((fund): AgendaItem[] => {
    const { id, title, kind, startsOn, endsOn, held, spent, committed } = fund;
    if (kind !== "ring-fenced" || held <= 0 || today < startsOn) return [];
    const length = daysBetween(startsOn, endsOn) + 1;
    const gone = Math.min(1, (daysBetween(startsOn, today) + 1) / length);
    const used = (spent + committed) / held;
    if (gone - used < lag) return [];
    const because = `${formatPence(held - spent - committed)} of ${formatPence(held)} is neither paid nor promised, and ${Math.round(gone * 100)}% of its time is over (it ends on ${writtenDay(endsOn)}).`;
    return [{ concern: "money-unspent", title, because, href: `${base}/${id}`, since: startsOn }];
  });
}
