import { publicEntries } from "./public-entries.ts";
import type { RecordState } from "./state.ts";
import { canBeWithdrawn } from "./withdrawal.ts";

/** An entry whose words are still there and may be taken back. */
export type WithdrawableEntry = { index: number; kind: string; title: string; effectiveOn: string };

const ON_A_PAGE = 50;

/**
 * The entries that an owner may withdraw, newest first, a page at a time.
 *
 * @param before only entries with a smaller number.
 * @returns `next`: the `before` of the following page, or null on the last.
 */
export function withdrawable(
  state: RecordState,
  before = Infinity,
): { entries: WithdrawableEntry[]; next: number | null } {
  const all = publicEntries(state)
    .filter(({ index, kind, content }) => index < before && content !== null && canBeWithdrawn(kind))
    .reverse();
  const entries = all.slice(0, ON_A_PAGE).map(({ index, kind, content, effectiveOn }) => ({
    index,
    kind,
    effectiveOn,
    title: typeof content?.title === "string" ? content.title : `${kind} ${index}`,
  }));
  return { entries, next: all.length > ON_A_PAGE ? (entries.at(-1)?.index ?? null) : null };
}
