import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { checkSession } from "#app/domain/session/check-session.ts";
import { sessionStatuses } from "#app/domain/session/status.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { asChecked, requireSession, setSessionStatus } from "#db/session.server.ts";
import { listSessionChanges } from "#db/session-history.server.ts";
import { listHandouts } from "#db/handout.server.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { SessionPage } from "#app/ui/session/session-page.tsx";

const Status = z.object({
  version: z.int(),
  status: z.enum(sessionStatuses, "Choose what came of it."),
  shared: z.boolean().default(false),
});

export const meta = () => [{ title: "Session – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { session, conflicts, local } = await requireSession(scope, params.id ?? "");
  const [handout] = await listHandouts(scope);
  return {
    handout: handout && { title: handout.title, version: handout.version, behaviours: handout.behaviours },
    session,
    changes: await listSessionChanges(scope, session.id),
    reasons: [...new Set(conflicts.map(({ acceptedReason }) => acceptedReason).filter(Boolean))],
    check: checkSession(asChecked(session), local, today()),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Status, async ({ version, ...change }) => {
    await setSessionStatus(scope, id, version, change, today());
    return redirectWithNotice(`/o/${params.organisation}/sessions/${id}`, "Saved.");
  });
});

export default function ShowSessionPage() {
  const found = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/sessions`;
  return (
    <>
      <Breadcrumbs items={[{ label: "Sessions", href: base }]} />
      <SessionPage {...found} base={`${base}/${found.session.id}`} reply={reply} />
    </>
  );
}
