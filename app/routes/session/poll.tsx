import { countOf } from "#app/domain/counted.ts";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { FEWEST_ANSWERS } from "#app/domain/session/poll.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice, takeNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { closePoll, replacePollLink, requirePoll, revokePollLink } from "#db/session-poll.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { PollControls } from "#app/ui/session/poll-controls.tsx";
import { PollLinks } from "#app/ui/session/poll-links.tsx";
import { sessionTimes } from "#app/ui/session/session-words.ts";

export const meta = () => [{ title: "A poll – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { notice, headers } = await takeNotice(request);
  const { poll, ...found } = await requirePoll(scope, params.id ?? "");
  const { title, closesOn, links } = poll;
  return data(
    { title, closesOn, links, ...found, notice, mayEdit: can(scope.role, "workspace.edit") },
    { headers },
  );
});

/** A new link is answered with the page itself: it is shown this once and kept nowhere. */
export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [form, id] = [await readForm(request), params.id ?? ""];
  const here = `/o/${params.organisation}/sessions/polls/${id}`;
  if (form.get("intent") === "close") {
    await closePoll(scope, id);
    return redirectWithNotice(here, "The poll is closed. Nobody can answer any more.");
  }
  const number = Number(form.get("number"));
  try {
    if (!number) throw Refusal.invalid({ number: ["Choose which link you mean."] });
    if (form.get("intent") === "revoke") {
      await revokePollLink(scope, id, number);
      return redirectWithNotice(here, `Link ${number} is switched off.`);
    }
    const token = await replacePollLink(scope, id, number);
    const link = `${context.publicUrl}/answer-session/${token}`;
    return data({ made: { number, link } }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof Refusal) || !["invalid", "conflict"].includes(error.detail.kind)) throw error;
    const invalid = error.detail.kind === "invalid";
    const errors = error.detail.kind === "invalid" ? error.detail.fields : { form: [error.message] };
    return again(Object.fromEntries(form), errors, invalid ? 400 : 409);
  }
});

type Reply = FormReply | { made: { number: number; link: string } };

export default function PollPage() {
  const found = useLoaderData<typeof loader>();
  const { title, closesOn, links, answered, tally, notice, waiting, waitsForDay, open } = found;
  const reply = useActionData<Reply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/sessions`;
  if (reply && "made" in reply)
    return <PollLinks links={[reply.made.link]} poll={`${base}/polls/${id}`} instead={reply.made.number} />;
  return (
    <>
      {notice ? <Notice kind="saved">{notice}</Notice> : null}
      <Breadcrumbs items={[{ label: "Sessions", href: base }]} />
      <PageHeading
        title={title}
        lede={`${answered} of ${links} have answered. ${open ? `Open until ${formatDate(closesOn)}.` : "Closed."}`}
      />
      {tally ? (
        <DataTable
          caption="Answers, the best time first"
          rows={tally}
          rowKey={({ slot }) => slot.start}
          columns={[
            { header: "Time", rowHeader: true, cell: ({ slot }) => sessionTimes(slot.start, slot.end) },
            { header: "Can come", numeric: true, cell: ({ yes }) => yes },
            { header: "If need be", numeric: true, cell: ({ ifNeedBe }) => ifNeedBe },
            { header: "Cannot", numeric: true, cell: ({ no }) => no },
            {
              header: "Use it",
              cell: ({ slot }) => (
                <a href={`${base}/new?${new URLSearchParams({ start: slot.start, end: slot.end })}`}>
                  Use this one<span className="visually-hidden">: {sessionTimes(slot.start, slot.end)}</span>
                </a>
              ),
            },
          ]}
        />
      ) : (
        <Notice kind="info">
          The answers are shown when at least {FEWEST_ANSWERS} people have answered, so that nobody’s answer
          can be told from them.
        </Notice>
      )}
      {tally && waiting > 0 ? (
        <Notice kind="info">
          {waitsForDay
            ? `${countOf(waiting, "newer answer")} will be counted after ${formatDate(closesOn)}. Counted at once, they could be told from the change.`
            : `${countOf(waiting, "newer answer")} not counted yet: the figures move when ${FEWEST_ANSWERS} people have answered, so that nobody’s answer can be told from them.`}
        </Notice>
      ) : null}
      <StaleErrors reply={found.mayEdit && open ? undefined : reply} />
      {found.mayEdit && open ? (
        <PollControls numbers={found.numbers} reply={reply} closesOn={closesOn} />
      ) : null}
    </>
  );
}
