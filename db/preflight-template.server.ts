import { and, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { asTemplate, circular } from "#app/domain/session/preflight-template.ts";
import { inScope } from "./client.server.ts";
import { findPreflight, ofSession, store } from "./preflight.server.ts";
import { preflights, preflightTemplates } from "./schema/preflight.ts";
import { requireSession } from "./session.server.ts";

/**
 * Keeps this session's good practice under a title, anew when there is one of that title.
 * @throws Refusal (400) when templates would rest on one another in a circle; (404)
 */
export async function saveTemplate(
  scope: Scope,
  sessionId: string,
  input: { title: string; basedOn?: string },
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const title = input.title.trim();
  if (title === "" || title.length > 120)
    throw Refusal.invalid({ title: ["Give the template a title of up to 120 letters."] });
  const { sheet, begun } = await findPreflight(scope, sessionId);
  if (!begun) throw Refusal.conflict("Fill in and save the preflight first.");
  await inScope(scope, async (tx) => {
    const all = await tx
      .select()
      .from(preflightTemplates)
      .where(eq(preflightTemplates.organisationId, scope.organisationId))
      .for("update");
    const basedOn = input.basedOn ?? null;
    if (basedOn && !all.some(({ id }) => id === basedOn)) throw Refusal.notFound("template");
    const existing = all.find((each) => each.title === title);
    const values = { title, basedOn, sheet: asTemplate(sheet) };
    if (!existing) {
      await tx.insert(preflightTemplates).values({ ...values, organisationId: scope.organisationId });
      return;
    }
    const refusal = circular(existing.id, basedOn, new Map(all.map((each) => [each.id, each.basedOn])));
    if (refusal) throw Refusal.invalid({ basedOn: [refusal] });
    await tx
      .update(preflightTemplates)
      .set(values)
      .where(
        and(
          eq(preflightTemplates.organisationId, scope.organisationId),
          eq(preflightTemplates.id, existing.id),
        ),
      );
  });
}

/** Begins the preflight from a template; the days of the handout and of the invitation stay. @throws Refusal (404), (409) */
export async function startFromTemplate(
  scope: Scope,
  sessionId: string,
  version: number,
  templateId: string,
  today: string,
) {
  requireAbility(scope, "workspace.edit");
  await requireSession(scope, sessionId);
  await inScope(scope, async (tx) => {
    const [template] = await tx
      .select()
      .from(preflightTemplates)
      .where(
        and(
          eq(preflightTemplates.organisationId, scope.organisationId),
          eq(preflightTemplates.id, templateId),
        ),
      );
    if (!template) throw Refusal.notFound("template");
    const [stored] = await tx.select().from(preflights).where(ofSession(scope, sessionId));
    // What has happened already stays: a template says nothing of it.
    const { handoutOn, invitedOn } = stored?.sheet ?? {};
    const happened = { ...(handoutOn ? { handoutOn } : {}), ...(invitedOn ? { invitedOn } : {}) };
    await store(tx, scope, sessionId, { version, today }, { sheet: { ...template.sheet, ...happened } });
  });
}
