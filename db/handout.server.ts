import { desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { HandoutContent, HandoutInput, handoutSubject, Translation } from "#app/domain/handout/handout.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { handouts } from "./schema/handout.ts";

export type HandoutVersion = HandoutContent & { savedOn: string; shared: boolean };
type Words = {
  title: string;
  behaviours: string | string[];
  agreedWith: string;
  shared?: boolean;
  reason?: string;
};

/**
 * Saves a new version; every earlier one stays. Returns its number.
 * @param over the newest version when the form was opened, 0 for none
 * @throws Refusal (400), (409) when somebody saved another in the meantime
 */
export function saveHandout(scope: Scope, over: number, input: Words, today: string): Promise<number> {
  return nextVersion(scope, over, today, (latest) => {
    const { shared, reason, ...words } = checked(HandoutInput, input);
    return { ...words, translations: latest?.translations ?? [], shared, reason };
  });
}

/** Puts one language in the place of what it said before. @throws Refusal (400), (404) before there is a handout, (409) */
export function saveTranslation(
  scope: Scope,
  over: number,
  input: { language: string; name: string; title: string; lines: string | string[] },
  today: string,
): Promise<number> {
  return nextVersion(scope, over, today, (latest) => {
    const translation = checked(Translation, input);
    if (!latest) throw Refusal.notFound("handout");
    const others = latest.translations.filter(({ language }) => language !== translation.language);
    const translations = [...others, translation].sort((a, b) => (a.language < b.language ? -1 : 1));
    return { ...latest, translations, reason: "" };
  });
}

type Next = Omit<HandoutVersion, "version" | "savedOn"> & { reason: string };

async function nextVersion(
  scope: Scope,
  over: number,
  today: string,
  rule: (latest: HandoutVersion | undefined) => Next,
): Promise<number> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    // Versions are numbered one by one: two savers of one organisation wait for each other.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`handout ${scope.organisationId}`}, 0))`,
    );
    const [latest] = await versionsIn(tx, scope);
    if ((latest?.version ?? 0) !== over)
      throw Refusal.conflict("Somebody else saved a version while you were writing.", latest);
    const { shared, reason, agreedWith, ...content } = rule(latest);
    if (latest?.shared && !shared)
      throw Refusal.invalid({
        shared: ["The handout is public. It can be changed, visibly, but not hidden again."],
      });
    const number = over + 1;
    checked(HandoutContent, { ...content, agreedWith, version: number });
    await tx.insert(handouts).values({
      organisationId: scope.organisationId,
      number,
      content: {
        title: content.title,
        behaviours: content.behaviours,
        translations: content.translations,
        shared,
      },
      agreedWith,
      changeReason: reason,
      savedOn: today,
    });
    return number;
  });
}

/** Newest first. */
export function listHandouts(scope: Scope): Promise<HandoutVersion[]> {
  return inScope(scope, (tx) => versionsIn(tx, scope));
}

async function versionsIn(tx: Transaction, scope: Scope): Promise<HandoutVersion[]> {
  const rows = await tx
    .select()
    .from(handouts)
    .where(eq(handouts.organisationId, scope.organisationId))
    .orderBy(desc(handouts.number));
  return rows.map(({ content, number, agreedWith, savedOn }) => ({
    ...content,
    agreedWith,
    savedOn,
    version: number,
  }));
}

/** The newest version, once the organisation meant one for the public. */
export async function listHandoutPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const [row] = await tx
    .select()
    .from(handouts)
    .where(eq(handouts.organisationId, scope.organisationId))
    .orderBy(desc(handouts.number))
    .limit(1);
  if (!row?.content.shared) return [];
  const { shared: _, ...content } = row.content;
  return [
    {
      kind: "handout",
      subject: handoutSubject,
      effectiveOn: row.savedOn,
      content: { ...content, agreedWith: row.agreedWith, version: row.number } satisfies HandoutContent,
      label: `Handout: ${content.title}`,
      ...(row.changeReason ? { reason: row.changeReason } : {}),
    },
  ];
}
