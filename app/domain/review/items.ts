import { countOf } from "../counted.ts";
import type { Given } from "../audit/findings.ts";
import { evidenceHoldsMonths, voiceWords } from "../audit/answer.ts";
import type { Instrument } from "../audit/instrument.ts";
import { type LapsedQuestion, lapsedQuestions } from "../audit/report.ts";
import { type WideningGap, wideningGaps } from "../audit/widening.ts";
import type { Standing } from "../commitment/findings.ts";
import { isOpen } from "../commitment/transitions.ts";
import { addDays, addMonths, daysBetween } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import { groupBy } from "../journey/content.ts";
import type { Journey } from "../journey/journey.ts";
import { formatPence } from "../money/format.ts";
import type { AgendaItem } from "./agenda.ts";

/** Open promises past their day, and those that stalled, as the workspace has them. @param base address of the list of commitments */
export function workItems(standings: readonly Standing[], base: string, today: string): AgendaItem[] {
  return standings.flatMap((standing): AgendaItem[] => {
    const { id, title, status, statusOn, statusReason, dueOn } = standing;
    const href = `${base}/${id}/review`;
    const about = { title, href, commitmentId: id };
    const late = daysBetween(dueOn, today);
    const wasDue = `due on ${writtenDay(dueOn)}, ${countOf(late, "day")} ago`;
    if (status === "stalled")
      return [
        {
          ...about,
          concern: late > 0 ? "overdue" : "stalled",
          because: `Stalled since ${writtenDay(statusOn)}${late > 0 ? `, and it was ${wasDue}` : ""}. The reason given: ${statusReason}`,
          since: late > 0 && dueOn < statusOn ? addDays(dueOn, 1) : statusOn,
        },
      ];
    if (!isOpen(status) || late <= 0) return [];
    return [{ ...about, concern: "overdue", because: `It was ${wasDue}.`, since: addDays(dueOn, 1) }];
  });
}

/** What the public record says: promises weakened in the last twelve months. */
export function weakenedItems(journey: Journey, base: string, today: string): AgendaItem[] {
  const yearAgo = addMonths(today, -12);
  return journey.timeline.flatMap((moment): AgendaItem[] => {
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
          ...(moment.commitment ? { commitmentId: moment.commitment } : {}),
          since: moment.recordedOn,
        }))
    );
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
    ...widerItems(wider, titleOf, href, latest.closedOn),
    ...lapsedItems(lapsedQuestions(latest.instrument, latest.given, today), titleOf, href),
  ];
}

/** One item for each question, the widest first, whichever voices the gaps lie between. */
function widerItems(
  wider: readonly WideningGap[],
  titleOf: (question: string) => string,
  href: string,
  closedOn: string,
): AgendaItem[] {
  return [...groupBy(wider, ({ question }) => question)].map(([question, gaps]) => ({
    concern: "perception-gap-widening",
    title: titleOf(question),
    because: gaps
      .map(
        ({ higher, lower, before, levels }) =>
          `${voiceWords[higher]} and ${voiceWords[lower].toLowerCase()}: ${countOf(before, "level")} apart before, ${levels} now.`,
      )
      .join(" "),
    href: `${href}#q-${question}`,
    since: closedOn,
  }));
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

/** Where a fund stands on its way through its period. */
export type FundStanding = {
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
export function unspentItems(funds: readonly FundStanding[], base: string, today: string): AgendaItem[] {
  return funds.flatMap((fund): AgendaItem[] => {
    const { id, title, kind, startsOn, endsOn, held, spent, committed } = fund;
    if (kind !== "ring-fenced" || held <= 0 || today < startsOn) return [];
    const length = daysBetween(startsOn, endsOn) + 1;
    const gone = Math.min(1, (daysBetween(startsOn, today) + 1) / length);
    const used = (spent + committed) / held;
    if (gone - used < lag) return [];
    // The first day on which what is used now would have been too little.
    const since = addDays(startsOn, Math.min(length, Math.ceil((used + lag) * length - 1e-9)) - 1);
    const because = `${formatPence(held - spent - committed)} of ${formatPence(held)} is neither paid nor promised, and ${Math.round(gone * 100)}% of its time is over (it ends on ${writtenDay(endsOn)}).`;
    return [{ concern: "money-unspent", title, because, href: `${base}/${id}`, since }];
  });
}
