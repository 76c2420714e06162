import { isSmall } from "../disclosure/rule.ts";
import { formatPence } from "../money/format.ts";
import { minutesOf } from "./ledger.ts";
import type { Offer } from "./offer.ts";

/** One role as it was paid in each community. `pencePerHour` is null where too few people stand behind it to show. */
export type RoleAcrossCommunities = {
  role: string;
  communities: { community: string; pencePerHour: number | null }[];
  /** "differs" and by how much is a finding; "too-few" is one too. "same" says only that these averages agree. */
  outcome: "differs" | "same" | "too-few";
  sentence: string;
};

/**
 * Whether one role was offered a different hourly rate in different communities: all fees over all the time asked for. Only
 * averages over 8 people or more are shown, and no total from which a smaller one could be worked out. Roles done in one
 * community only are left out.
 */
export function roleAcrossCommunities(
  offers: readonly Pick<Offer, "reference" | "role" | "community" | "time">[],
): RoleAcrossCommunities[] {
  const roles = grouped(offers, ({ role }) => role.trim().toLowerCase());
  return [...roles.values()]
    .map((those) => compare(those))
    .filter((role) => role.communities.length > 1)
    .sort((a, b) => a.role.localeCompare(b.role, "en"));
}

function compare(offers: readonly Pick<Offer, "reference" | "role" | "community" | "time">[]) {
  const role = offers[0]!.role.trim();
  const named = offers.filter(({ community }) => community.trim() !== "");
  const communities = [...grouped(named, ({ community }) => community.trim().toLowerCase()).values()]
    .map((those) => ({ community: those[0]!.community.trim(), pencePerHour: shownHourly(those) }))
    .sort((a, b) => a.community.localeCompare(b.community, "en"));
  const shown = communities.flatMap(({ pencePerHour }) => pencePerHour ?? []);
  if (shown.length < 2) {
    const sentence = `${role}: too few people in each community to tell whether the role is paid alike.`;
    return { role, communities, outcome: "too-few" as const, sentence };
  }
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const range = `${formatPence(least)} to ${formatPence(most)} an hour`;
  return least === most
    ? {
        role,
        communities,
        outcome: "same" as const,
        sentence: `${role}: the averages that can be shown are equal, ${formatPence(least)} an hour.`,
      }
    : {
        role,
        communities,
        outcome: "differs" as const,
        sentence: `${role}: offered from ${range}, depending on the community.`,
      };
}

function shownHourly(offers: readonly Pick<Offer, "reference" | "time">[]): number | null {
  const people = new Set(offers.map(({ reference }) => reference)).size;
  if (isSmall(people)) return null;
  // Rates over minutes, not fees: each fee is rounded to the penny, and two lengths of the same rate would seem to differ.
  const paid = offers
    .flatMap(({ time }) => time)
    .reduce((sum, { ratePence, minutes }) => sum + ratePence * minutes, 0);
  const minutes = minutesOf(offers);
  return minutes === 0 ? null : Math.floor(paid / minutes);
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
