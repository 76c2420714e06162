/** How an invitation reached its person. */
export type Way = "letter" | "mail";

/** One private link of an invitation. A link that is sent again is another link under the same number. */
export type InvitationLink = {
  linkId: string;
  /** From 1; printed on the letter, so that its holder can say which one was lost. */
  number: number;
  way: Way;
  revoked: boolean;
  createdAt: Date;
};

export type Invitation = {
  number: number;
  /** The latest link. */
  linkId: string;
  way: Way;
  /** Whether somebody holds a link that works. Whether it was used is nobody’s business. */
  works: boolean;
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
      const works = own.some(({ revoked }) => !revoked);
      return { number, linkId: latest.linkId, way: latest.way, works, sentAgain: own.length - 1 };
    });
}

/** Invitations that were switched off and not sent again. */
export function switchedOff(links: readonly InvitationLink[]): number {
  return invitationsOf(links).filter(({ works }) => !works).length;
}
