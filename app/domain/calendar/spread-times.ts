import { civilDay } from "./days.ts";
import {
  type Candidate,
  candidates,
  describe,
  type FoundSlot,
  givingWay,
  type TimeQuestion,
} from "./find-time.ts";
import { isBankHoliday } from "./tradition-names.ts";

export interface Spread {
  /** Days between one session and the next, at least; 7 when absent. */
  apart?: number;
  /** How often each tradition gave way before. */
  already?: Readonly<Record<string, number>>;
}

/** A year of weekly sessions. */
const MOST_SESSIONS = 52;

/** How often one chosen time is exchanged for a fairer one before we stop looking. */
const MOST_EXCHANGES = 400;

/** How many beginnings of a plan are tried after that: enough for every plan of some weeks. */
const MOST_TRIED = 40_000;

interface Choice {
  day: number;
  candidate: Candidate;
  gives: string[];
}

/**
 * Times for several sessions, in order of time. Of all ways to place them it looks for the one in which the tradition
 * that gives way most often does so as seldom as can be, then for an even burden, then for the fewest conflicts: it
 * begins with the best times, exchanges one at a time until no exchange is fairer, and then tries every other way, as far as
 * it gets. Fewer are returned when no more fit.
 * @throws RangeError naming `sessions`, `apart`, or what findTimes names
 */
export function spreadTimes(question: TimeQuestion, sessions: number, spread: Spread = {}): FoundSlot[] {
  const { apart = 7, already = {} } = spread;
  if (!(sessions >= 1 && sessions <= MOST_SESSIONS))
    throw new RangeError(`sessions: give a number from 1 to ${MOST_SESSIONS}.`);
  if (!(apart >= 1 && apart <= 366)) throw new RangeError("apart: give days from 1 to 366.");
  const open = worthChoosing(candidates(question));
  const fair = fairestOfAll(
    improved(placed(open, sessions, apart, already), open, apart, already),
    open,
    apart,
    already,
  );
  return fair.sort((a, b) => a.day - b.day).map(({ candidate }) => describe(candidate));
}

/** Of each day, the best time for each set of traditions that would give way: no other time can be fairer. */
function worthChoosing(all: readonly Candidate[]): Choice[] {
  const best = new Map<string, Choice>();
  for (const candidate of all) {
    const day = civilDay(candidate.start, 0);
    // A bank holiday weighs on its day, and is nobody's tradition: no turn is taken with it.
    const gives = givingWay(candidate)
      .filter((one) => !isBankHoliday(one))
      .sort();
    const key = `${day} ${gives.join(" ")}`;
    const known = best.get(key);
    if (!known || candidate.score < known.candidate.score) best.set(key, { day, candidate, gives });
  }
  return [...best.values()];
}

const farEnough = (one: Choice, others: readonly Choice[], apart: number) =>
  others.every((other) => Math.abs(other.day - one.day) >= apart);

function placed(
  open: readonly Choice[],
  sessions: number,
  apart: number,
  already: Spread["already"],
): Choice[] {
  const chosen: Choice[] = [];
  while (chosen.length < sessions) {
    const free = open.filter((one) => farEnough(one, chosen, apart));
    if (free.length === 0) break;
    chosen.push(fairest(free, (one) => [...chosen, one], already));
  }
  return chosen.length === sessions ? chosen : packed(open, sessions, apart);
}

/** As many as fit, each on the earliest day that is far enough: for a window with little room. */
function packed(open: readonly Choice[], sessions: number, apart: number): Choice[] {
  const chosen: Choice[] = [];
  for (const one of [...open].sort((a, b) => a.day - b.day || a.candidate.score - b.candidate.score)) {
    if (chosen.length < sessions && farEnough(one, chosen, apart)) chosen.push(one);
  }
  return chosen;
}

function improved(
  begun: Choice[],
  open: readonly Choice[],
  apart: number,
  already: Spread["already"],
): Choice[] {
  let chosen = begun;
  for (let exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
    const before = burden(chosen, already);
    const better = chosen.map((_, index) => {
      const others = chosen.filter((_other, at) => at !== index);
      const free = open.filter((one) => farEnough(one, others, apart));
      return [...others, fairest(free, (one) => [...others, one], already)];
    });
    const best = better.reduce((a, b) => (lighter(burden(b, already), burden(a, already)) ? b : a), chosen);
    if (!lighter(burden(best, already), before)) return chosen;
    chosen = best;
  }
  return chosen;
}

/**
 * Some plans are fairer only when two times change together. Every way to place as many is tried in order of time; a
 * beginning that is no fairer than the best plan known is left, for what is added to it only weighs more.
 */
function fairestOfAll(
  begun: readonly Choice[],
  open: readonly Choice[],
  apart: number,
  already: Spread["already"],
): Choice[] {
  const inOrder = [...open].sort((a, b) => a.day - b.day || a.candidate.score - b.candidate.score);
  const lastDay = inOrder.at(-1)?.day ?? 0;
  let best = [...begun];
  let lightest = burden(best, already);
  let tried = 0;
  const place = (from: number, chosen: Choice[]) => {
    const left = begun.length - chosen.length;
    if (left === 0) [best, lightest] = [chosen, burden(chosen, already)];
    for (let at = from; left > 0 && at < inOrder.length && tried < MOST_TRIED; at++) {
      const one = inOrder[at]!;
      if (one.day + (left - 1) * apart > lastDay) return;
      if (chosen.length > 0 && one.day - chosen.at(-1)!.day < apart) continue;
      tried += 1;
      const after = [...chosen, one];
      if (lighter(burden(after, already), lightest)) place(at + 1, after);
    }
  };
  place(0, []);
  return best;
}

function fairest(
  free: readonly Choice[],
  withIt: (one: Choice) => Choice[],
  already: Spread["already"],
): Choice {
  const weighed = free.map((one) => ({ one, burden: burden(withIt(one), already) }));
  return weighed.reduce((a, b) => (lighter(b.burden, a.burden) ? b : a)).one;
}

type Burden = readonly [most: number, uneven: number, score: number];

/** The largest number of times that one tradition gives way, how unevenly that lies, and the conflicts altogether. */
function burden(chosen: readonly Choice[], already: Spread["already"] = {}): Burden {
  const times = new Map<string, number>();
  for (const { gives } of chosen) {
    for (const tradition of gives)
      times.set(tradition, (times.get(tradition) ?? already[tradition] ?? 0) + 1);
  }
  const counts = [...times.values()];
  return [
    Math.max(0, ...counts),
    counts.reduce((sum, count) => sum + count * count, 0),
    chosen.reduce((sum, { candidate }) => sum + candidate.score, 0),
  ];
}

function lighter(a: Burden, b: Burden): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}
