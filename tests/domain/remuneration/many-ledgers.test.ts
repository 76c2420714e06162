import { describe, expect, it } from "vitest";
import { allocate } from "#app/domain/money/allocate.ts";
import type { Carry } from "#app/domain/remuneration/carry.ts";
import type { Line, Move } from "#app/domain/remuneration/fund.ts";
import { fundPosition, linePosition } from "#app/domain/remuneration/position.ts";

/** How many are tried; a million on request: `LEDGERS=1000000 npx vitest run tests/domain/remuneration/many-ledgers.test.ts`. */
const LEDGERS = Number(process.env.LEDGERS ?? 20_000);

/** The same numbers in every run (mulberry32), and quick enough for a million ledgers. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const fund = (id: string, amountPence: number, carriedOverPence: number) => ({
  id,
  title: id,
  kind: "project" as const,
  source: "The trust",
  restrictions: "",
  startsOn: "2024-04-01",
  endsOn: "2026-03-31",
  amountPence,
  carriedOverPence,
});

describe("random ledgers", () => {
  it(`agree to the penny with sums made another way (${LEDGERS} of them)`, { timeout: 600_000 }, () => {
    const roll = dice(20_240_401);
    let wrong = 0;
    for (let n = 0; n < LEDGERS; n += 1) {
      const amount = roll(100_000_000);
      const brought = roll(3) === 0 ? roll(10_000_000) : 0;
      const count = 1 + roll(4);
      const shares = allocate(roll(amount + 1), [1, ...Array.from({ length: count - 1 }, () => roll(50))]);
      const lines: Line[] = shares.map((amountPence, at) => ({
        id: `l${at}`,
        fundId: "f",
        purpose: "food",
        title: "",
        amountPence,
      }));
      const place = () => (roll(4) === 0 ? null : `l${roll(count)}`);
      const moves: Move[] = Array.from({ length: roll(4) }, () => ({
        id: "m",
        fromLine: place(),
        toLine: place(),
        amountPence: 1 + roll(5000),
        reason: "",
        decidedOn: "",
      }));
      const offers = Array.from({ length: roll(5) }, (_, at) => ({
        offerId: `o${at}`,
        lineId: `l${roll(count)}`,
        amountPence: roll(20_000),
      }));
      const payments = Array.from({ length: roll(6) }, () => {
        const offer = offers.length > 0 && roll(2) === 0 ? offers[roll(offers.length)]! : undefined;
        return {
          offerId: offer?.offerId ?? null,
          lineId: offer?.lineId ?? `l${roll(count)}`,
          amountPence: roll(25_000) - 2_000,
        };
      });
      const carries: Carry[] = Array.from({ length: roll(3) }, (_, at) => ({
        id: `c${at}`,
        fromFund: at % 2 ? "f" : "other",
        toFund: at % 2 ? "other" : "f",
        amountPence: 1 + roll(9_000),
        reason: "",
        decidedOn: "",
      }));
      const positions = lines.map((line) => linePosition(line, moves, offers, payments));
      const total = fundPosition(fund("f", amount, brought), lines, moves, positions, carries);

      // Another way: every entry once, as it would be written in a cash book, in whole numbers without a limit.
      let unallocated = BigInt(amount) + BigInt(brought);
      for (const { toFund, amountPence } of carries)
        unallocated += toFund === "f" ? BigInt(amountPence) : -BigInt(amountPence);
      const held = unallocated;
      const budget = new Map(lines.map(({ id, amountPence }) => [id, BigInt(amountPence)]));
      for (const { amountPence } of lines) unallocated -= BigInt(amountPence);
      for (const { fromLine, toLine, amountPence } of moves) {
        if (fromLine) budget.set(fromLine, budget.get(fromLine)! - BigInt(amountPence));
        else unallocated -= BigInt(amountPence);
        if (toLine) budget.set(toLine, budget.get(toLine)! + BigInt(amountPence));
        else unallocated += BigInt(amountPence);
      }
      const spent = payments.reduce((sum, { amountPence }) => sum + BigInt(amountPence), 0n);
      const owed = offers.reduce((sum, { offerId, amountPence }) => {
        const paid = payments.reduce((all, one) => all + (one.offerId === offerId ? one.amountPence : 0), 0);
        return sum + BigInt(Math.max(0, amountPence - paid));
      }, 0n);
      const agrees =
        BigInt(total.held) === held &&
        BigInt(total.unallocated) === unallocated &&
        BigInt(total.spent) === spent &&
        BigInt(total.committed) === owed &&
        BigInt(total.left) === held - spent - owed &&
        positions.every((one) => BigInt(one.budget) === budget.get(one.lineId)) &&
        positions.every((one) => one.left === one.budget - one.spent - one.committed);
      if (!agrees) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  it("lose no penny when £100, or any amount, is split", () => {
    expect(allocate(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333]);
    const roll = dice(3);
    let wrong = 0;
    for (let n = 0; n < LEDGERS; n += 1) {
      const whole = roll(2_000_000_000) - 1_000_000_000;
      const parts = allocate(whole, [1, ...Array.from({ length: roll(12) }, () => roll(1_000_000))]);
      if (parts.reduce((sum, part) => sum + part, 0) !== whole) wrong += 1;
    }
    expect(wrong).toBe(0);
  });
});
