/** How an invitation reached its person. */
export type Way = "letter" | "mail";

/** One private link of an invitation. A link that is sent again is another link under the same number. */
export type InvitationLink = {
  linkId: string;
  /** From 1; printed on the letter, so that its holder can say which one was lost. */
  number: number;
  way: Way;
  /** Stands for the address it was mailed to, under the installation’s secret; null for a letter. */
  mark?: string | null;
  revoked: boolean;
  /** Its time is over. */
  expired?: boolean;
  createdAt: Date;
};

export type Invitation = {
  number: number;
  /** The latest link. */
  linkId: string;
  way: Way;
  /** Whether somebody holds a link that works. Whether it was used is nobody’s business. */
  works: boolean;
  /** Every link of it was switched off. One that has merely expired was not. */
  off: boolean;
  /** How often it was sent again. */
  sentAgain: number;
};

/** Every invitation of a round as its latest link leaves it, by number. */
export function invitationsOf(links: readonly InvitationLink[]): Invitation[] {
  const byNumber = new Map<number, InvitationLink[]>();
  for (const link of links) byNumber.set(link.number, [...(byNumber.get(link.number) ?? []), link]);
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) => {
      const latest = own.reduce((last, link) => (link.createdAt > last.createdAt ? link : last));
      const works = own.some(({ revoked, expired }) => !revoked && !expired);
      const off = own.every(({ revoked }) => revoked);
      return { number, linkId: latest.linkId, way: latest.way, works, off, sentAgain: own.length - 1 };
    });
}

/** Invitations that were switched off and not sent again. */
export function switchedOff(links: readonly InvitationLink[]): number {
  return invitationsOf(links).filter(({ off }) => off).length;
}

/** Invitations that were sent again: the link before stopped working. */
export function sentAgain(links: readonly InvitationLink[]): number {
  return invitationsOf(links).filter((one) => !one.off && one.sentAgain > 0).length;
}

/**
 * The numbers of new links: first those whose link no longer works, then numbers that are new. One number is one
 * voice, so there are never more of them than people.
 * @param taken numbers that are made anew for whoever had them
 */
export function numbersFor(
  links: readonly InvitationLink[],
  count: number,
  taken: readonly number[] = [],
): number[] {
  const invitations = invitationsOf(links);
  const off = invitations
    .filter(({ works, number }) => !works && !taken.includes(number))
    .map(({ number }) => number);
  const last = Math.max(0, ...invitations.map(({ number }) => number));
  const fresh = Array.from({ length: Math.max(0, count - off.length) }, (_, position) => last + position + 1);
  return [...off.slice(0, count), ...fresh];
}
