import { countOf } from "#app/domain/counted.ts";
import { invitationsOf, numbersFor, type Invitation, type Way } from "#app/domain/feedback/invitations.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireNotThroughDoor } from "./feedback-answer.server.ts";
import { lockLoop, recordLoop, set } from "./feedback-loop.server.ts";
import { loadLoops } from "./feedback-load.server.ts";
import { moveTally } from "./feedback-voices.server.ts";
import { linksTo, switchOff, type Invited } from "./invitation-links.server.ts";
import { issueLink } from "./private-link.server.ts";

/** How long people have to answer. */
export const linkDays = 180;

/** Printed on paper or mailed at once; more in one go helps nobody. */
export const mostLinks = 500;

/** One private link as it is handed over, this once. */
export type IssuedLink = { linkId: string; token: string; number: number };

/** What a link is made for. With `number`, that one is made anew; `mark` stands for the address it is mailed to. */
export type LinkWish = { way: Way; number?: number; mark?: string };

const toLoop = (scope: Scope, id: string): Invited => ({
  organisationId: scope.organisationId,
  purpose: "answer-loop",
  subjectId: id,
});

/**
 * Private links for the people who spoke, on paper: a number each, and never more numbers than people. Numbers that were switched
 * off are made anew first. Tokens are returned this once.
 * @throws Refusal (403), (404), (409) before there is an answer, (400) when there would be more links than people
 */
export async function issueLoopLinks(
  scope: Scope,
  id: string,
  count: number,
  today: string,
): Promise<string[]> {
  return (await issueLoopLetters(scope, id, count, today)).map(({ token }) => token);
}

/** The same with the number of each. @throws as `issueLoopLinks` */
export function issueLoopLetters(
  scope: Scope,
  id: string,
  count: number,
  today: string,
): Promise<IssuedLink[]> {
  if (!Number.isInteger(count) || count < 1 || count > mostLinks)
    throw Refusal.invalid({ count: [`Make between 1 and ${mostLinks} links at a time.`] });
  const wishes = Array.from({ length: count }, () => ({ way: "letter" as const }));
  return inScope(scope, (tx) => issueLoopLinksIn(tx, scope, id, wishes, today));
}

/**
 * Makes one link anew, on paper: those before under its number stop working. What was answered with them stays, and a kinder answer
 * with this one is not counted. @throws Refusal (403), (404), (409)
 */
export async function makeLoopLinkAnew(
  scope: Scope,
  id: string,
  number: number,
  today: string,
): Promise<IssuedLink> {
  const [issued] = await inScope(scope, (tx) =>
    issueLoopLinksIn(tx, scope, id, [{ way: "letter", number }], today),
  );
  return issued!;
}

/**
 * Within a transaction, also for links that go out by mail (`feedback-heard-mail.server.ts`), in the order of the wishes.
 * @throws as `issueLoopLinks`
 */
export async function issueLoopLinksIn(
  tx: Transaction,
  scope: Scope,
  id: string,
  wishes: readonly LinkWish[],
  today: string,
): Promise<IssuedLink[]> {
  requireAbility(scope, "workspace.edit");
  const loop = await lockLoop(tx, scope.organisationId, id);
  await requireNotThroughDoor(tx, loop);
  if (loop.answers.length === 0)
    throw Refusal.conflict(
      "There is no answer to ask about yet. Answer first, then ask the people who spoke.",
    );
  const links = await linksTo(tx, toLoop(scope, id));
  const again = wishes.flatMap(({ number }) => number ?? []);
  const fresh = wishes.length - again.length;
  const working = invitationsOf(links).filter(({ works }) => works);
  const taken = new Set([...working.map(({ number }) => number), ...again]).size;
  if (fresh > loop.people - taken) throw Refusal.invalid({ count: [tooMany(loop.people, taken)] });
  // Asking again after it was over: what counted then goes on counting.
  if (loop.askingIsOver) await moveTally(tx, loop, "all");
  const numbers = numbersFor(links, fresh, again);
  const known = new Set(links.map(({ number }) => number));
  await switchOff(tx, toLoop(scope, id), again);
  const expiresAt = new Date(Date.now() + linkDays * 24 * 60 * 60 * 1000);
  const issued: IssuedLink[] = [];
  for (const wish of wishes) {
    const number = wish.number ?? numbers.shift()!;
    const meta = {
      number,
      way: wish.way,
      again: known.has(number),
      ...(wish.mark ? { mark: wish.mark } : {}),
    };
    issued.push({ ...(await issueLink(tx, { ...toLoop(scope, id), expiresAt, meta })), number });
  }
  await set(tx, loop, {});
  await recordLoop(tx, scope, id, "links-made", today, { count: String(wishes.length) });
  return issued;
}

function tooMany(people: number, taken: number): string {
  const said = `${countOf(people, "person", "people")} said this`;
  if (taken === 0) return `${said}. Make ${people} at most.`;
  return `${said}, and ${taken} links work. Make ${Math.max(0, people - taken)} at most, or make one that was lost anew.`;
}

/**
 * Switches links off, one number or all, such as a batch of letters that went astray: used or not, so that nobody learns who has
 * answered. What was answered stays. Returns how many stopped working. @throws Refusal (403), (404)
 */
export async function switchLoopLinksOff(
  scope: Scope,
  id: string,
  which: number | "all",
  today: string,
): Promise<number> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const loop = await lockLoop(tx, scope.organisationId, id);
    const links = await linksTo(tx, toLoop(scope, id));
    const numbers = which === "all" ? [...new Set(links.map(({ number }) => number))] : [which];
    const count = await switchOff(tx, toLoop(scope, id), numbers);
    await set(tx, loop, {});
    if (count > 0) await recordLoop(tx, scope, id, "links-revoked", today, { count: String(count) });
    return count;
  });
}

/** Every link of a loop by number: whether it works, never whether it was used. @throws Refusal (403), (404) */
export function listLoopLinks(scope: Scope, id: string): Promise<Invitation[]> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const [loop] = await loadLoops(tx, scope.organisationId, [id]);
    if (!loop) throw Refusal.notFound("loop");
    return invitationsOf(await linksTo(tx, toLoop(scope, id)));
  });
}
