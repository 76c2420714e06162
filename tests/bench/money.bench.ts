import { allocate } from "#app/domain/money/allocate.ts";
import {
  type Commitment,
  fundPosition,
  linePosition,
  type Spending,
} from "#app/domain/remuneration/position.ts";
import type { Report } from "./report.ts";

const SPLITS = 1_000_000;
const LEDGERS = 1_000_000;
/** A ledger and a split draw about so many numbers together. */
const NUMBERS_IN_ONE = 45;

/** A million splits and many ledgers of random amounts; each must add up to the penny, or the bench ends with an error. */
export async function bench(report: Report): Promise<void> {
  const random = numbers(20260401);
  const began = process.cpuUsage();
  for (let n = 0; n < SPLITS; n += 1) {
    const pence = random(1_000_000_000) - 500_000_000;
    const parts = allocate(pence, [random(100), random(100), 1 + random(100)]);
    if (parts.reduce((sum, part) => sum + part, 0) !== pence)
      throw new Error(`${pence} pence were split into ${parts.join()}.`);
  }
  for (let n = 0; n < LEDGERS; n += 1) checkLedger(random);
  const exact = secondsOf(process.cpuUsage(began));
  report({
    name: "a million splits and a million ledgers to the penny, against adding up the same numbers",
    measured: exact / plainSums(),
    budget: 8,
    unit: "times the time",
    better: "lower",
  });
}

/** What drawing and adding as many numbers costs by itself: the measure of this machine, busy or not. */
function plainSums(): number {
  const random = numbers(20260401);
  const began = process.cpuUsage();
  let sum = 0;
  for (let n = 0; n < LEDGERS; n += 1) {
    const drawn = Array.from({ length: NUMBERS_IN_ONE }, () => random(1_000_000));
    sum += drawn.reduce((total, number) => total + number, 0);
  }
  if (!Number.isSafeInteger(sum)) throw new Error("The plain sums ran over.");
  return secondsOf(process.cpuUsage(began));
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000;
}

function checkLedger(random: (below: number) => number): void {
  const lines = [1, 2, 3].map((n) => ({
    id: String(n),
    fundId: "f",
    purpose: "participant-time" as const,
    title: "",
    amountPence: random(1_000_000),
  }));
  const lineId = () => String(1 + random(3));
  const bound: Commitment[] = [1, 2, 3, 4].map((n) => ({
    offerId: String(n),
    lineId: String(1 + (n % 3)),
    amountPence: random(50_000),
  }));
  const spent: Spending[] = Array.from({ length: 8 }, () => {
    const offer = random(2) ? bound[random(bound.length)]! : undefined;
    return {
      lineId: offer?.lineId ?? lineId(),
      offerId: offer?.offerId ?? null,
      amountPence: random(60_000) - 10_000,
    };
  });
  const held = lines.reduce((sum, line) => sum + line.amountPence, 0) + random(1000);
  const fund = {
    id: "f",
    title: "",
    kind: "grant" as const,
    source: "",
    restrictions: "",
    startsOn: "2026-04-01",
    endsOn: "2027-03-31",
    amountPence: held,
    carriedOverPence: 0,
  };
  const moves = [1, 2].map((n) => ({
    id: String(n),
    fromLine: random(4) ? "1" : null,
    toLine: String(2 + random(2)),
    amountPence: 1 + random(5_000),
    reason: "",
    decidedOn: "2026-06-01",
  }));
  const positions = lines.map((line) => linePosition(line, moves, bound, spent));
  const whole = fundPosition(fund, lines, moves, positions);
  const paid = spent.reduce((sum, { amountPence }) => sum + amountPence, 0);
  const inLines = positions.reduce((sum, { budget }) => sum + budget, 0);
  const left = positions.reduce((sum, position) => sum + position.left, 0);
  if (
    whole.spent !== paid ||
    whole.spent + whole.committed + whole.left !== held ||
    inLines + whole.unallocated !== held ||
    left + whole.unallocated !== whole.left
  )
    throw new Error(`A ledger does not add up: ${JSON.stringify({ lines, bound, spent })}`);
}

/** Mulberry32: the same numbers on every machine. Returns whole numbers from 0 to below its argument. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
