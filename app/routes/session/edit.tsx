import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { checkSession } from "#app/domain/session/check-session.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import {
  sessionChoices,
  sessionValues,
  withSessionForm,
  type SessionReply,
} from "#app/http/session-form.server.ts";
import { today } from "#app/http/today.server.ts";
import { asChecked, requireSession, reviseSession } from "#db/session.server.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SessionCrumbs } from "#app/ui/session/session-crumbs.tsx";
import { SessionForm } from "#app/ui/session/session-form.tsx";

export const meta = () => [{ title: "Change a session – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { session, conflicts, local } = await requireSession(scope, params.id ?? "");
  const reason = conflicts.find(({ acceptedReason }) => acceptedReason !== "")?.acceptedReason ?? "";
  return {
    choices: sessionChoices,
    title: session.title,
    version: session.version,
    found: checkSession(asChecked(session), local, today()),
    stored: sessionValues(session, reason),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withSessionForm(request, scope, async (input, version) => {
    await reviseSession(scope, id, version, input, today());
    return redirectWithNotice(`/o/${params.organisation}/sessions/${id}`, "The session is changed.");
  });
});

export default function EditSessionPage() {
  const { stored, choices, title, version, found } = useLoaderData<typeof loader>();
  const reply = useActionData<SessionReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/sessions`;
  return (
    <>
      <SessionCrumbs title={title} />
      <PageHeading title="Change the session" />
      <SessionForm
        reply={reply}
        stored={stored}
        version={version}
        choices={choices}
        cancel={`${base}/${id}`}
        found={found}
      />
    </>
  );
}
