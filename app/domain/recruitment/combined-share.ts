import type { Computed } from "#app/domain/commitment/indicator.ts";
import { rangeOf, SMALLEST_DENOMINATOR } from "#app/domain/disclosure/rule.ts";
import { wilson } from "#app/domain/statistics/index.ts";
import { cellAt, isAudited, type Cell, type RoundFigures } from "./figures.ts";
import { AUDITED, ROUNDED } from "./public-finding.ts";

/**
 * Share of all other ethnic groups combined among the people appointed in several rounds, from their published figures; the
 * interval runs over all counts that these may stand for. Null with fewer than 23 people, or where a figure is hidden.
 */
export function combinedShare(rounds: readonly Pick<RoundFigures, "cells">[]): Computed {
  const parts = rounds.map((figures) => cellAt(figures, "appointed", "group:all_other"));
  const wholes = rounds.map((figures) => cellAt(figures, "appointed", "known"));
  const [part, whole] = [sum(parts), sum(wholes)];
  if (!part || !whole || whole.shown < SMALLEST_DENOMINATOR) {
    const caveat = "Too few people to give a figure without pointing at somebody.";
    return { value: null, numerator: null, denominator: null, caveat };
  }
  const ends = [part.lowest, part.highest].flatMap((x) =>
    [whole.lowest, whole.highest].map((n) => wilson({ x: Math.min(x, n), n, conf: 0.95 })),
  );
  const percent = (share: number) => Math.round(1000 * share) / 10;
  return {
    value: Math.round((100 * Math.min(part.shown, whole.shown)) / whole.shown),
    numerator: part.shown,
    denominator: whole.shown,
    interval: {
      lower: percent(Math.min(...ends.map(({ lower }) => lower))),
      upper: percent(Math.max(...ends.map(({ upper }) => upper))),
      confidence: 0.95,
    },
    caveat: `${rounds.length === 1 ? "One round" : `${rounds.length} rounds`}. ${caveatOfAll(rounds)}`,
  };
}

/** Rounds of both forms may stand together: then each is said of its own. */
function caveatOfAll(rounds: readonly Pick<RoundFigures, "cells">[]): string {
  const exact = rounds.filter(isAudited).length;
  if (exact === 0) return ROUNDED;
  if (exact === rounds.length) return AUDITED;
  return `Of these, ${exact} of ${rounds.length} are given in exact counts. ${AUDITED} Of the others: ${ROUNDED}`;
}

function sum(cells: readonly (Cell | null)[]) {
  const total = { shown: 0, lowest: 0, highest: 0 };
  for (const cell of cells) {
    if (!cell || cell.kind === "hidden") return null;
    const [lowest, highest] = rangeOf(cell);
    total.shown += cell.value;
    total.lowest += lowest;
    total.highest += highest;
  }
  return total;
}
