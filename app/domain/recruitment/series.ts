import type { SchemeId } from "./category.ts";

/** Series of the disclosure ledger. Each names a set of people: a round's applicants, or everyone an organisation serves. */
export const roundSeries = (roundId: string) => `recruitment-round:${roundId}`;

/** One for all services: people who use two of them would otherwise be counted in two series. */
export const servedSeries = (scheme: SchemeId) => `recruitment-served:${scheme}`;
