import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { clockOf } from "#app/domain/session/session-times.ts";
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
import { planSession, requireSession } from "#db/session.server.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import type { SessionValues } from "#app/ui/session/session-fields.tsx";
import { SessionForm } from "#app/ui/session/session-form.tsx";

export const meta = () => [{ title: "Plan a session – Kept" }];

/** Empty, with a time that another page found, or like an earlier session (`like`), which keeps all but its days. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const query = new URL(request.url).searchParams;
  const like = query.get("like");
  const stored = like
    ? { ...sessionValues((await requireSession(scope, like)).session, ""), date: "", endDate: "" }
    : fromQuery(query);
  return { choices: sessionChoices, stored, like: like ? stored.title : undefined };
});

function fromQuery(query: URLSearchParams): SessionValues {
  const [start, end] = [readInstant(query.get("start")), readInstant(query.get("end"))];
  return {
    title: "",
    purpose: "",
    communities: "",
    traditions: query.getAll("tradition"),
    date: start?.date ?? "",
    endDate: start && end && end.date !== start.date ? end.date : "",
    run: "",
    startTime: start?.time ?? "",
    endTime: end?.time ?? "",
    breaks: query.get("breaks") ?? "",
    online: query.get("online") === "yes",
    venue: "",
    place: query.get("place") ?? "",
    facilities: [],
    catering: query.get("catering") === "yes",
    acceptReason: "",
  };
}

/** A time that another page found; anything else leaves the field empty. */
function readInstant(text: string | null) {
  return text && !Number.isNaN(Date.parse(text)) ? clockOf(new Date(text).toISOString()) : undefined;
}

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withSessionForm(request, scope, async (input) => {
    const id = await planSession(scope, input, today());
    return redirectWithNotice(`/o/${params.organisation}/sessions/${id}`, "The session is planned.");
  });
});

export default function NewSessionPage() {
  const { stored, choices, like } = useLoaderData<typeof loader>();
  const reply = useActionData<SessionReply>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Plan a session"
        lede={
          like
            ? `Everything but the day is taken from “${like}”. Choose a day, and press Check to see whom it would keep away.`
            : "Press Check to see whom a time would keep away, and what would mend it, before you save."
        }
      />
      <SessionForm
        reply={reply}
        stored={stored}
        version={0}
        choices={choices}
        cancel={`/o/${organisation}/sessions`}
      />
    </>
  );
}
