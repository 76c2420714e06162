import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { CheckAnswers, checkSubjectNames } from "#app/domain/persona/check-input.ts";
import { tallyCoverage } from "#app/domain/persona/check.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listOthers } from "#db/need-check-list.server.ts";
import { recordAnswers, requireCheck } from "#db/need-check.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { CheckTable } from "#app/ui/check/check-table.tsx";
import { CheckSummary } from "#app/ui/check/check-summary.tsx";
import { NeedsMatrix } from "#app/ui/check/needs-matrix.tsx";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatShortDate, londonDate } from "#app/ui/format.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Check – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { check, personas, rounds, ...sheet } = await requireCheck(scope, params.id!);
  const asked = new URL(request.url).searchParams.get("round");
  const round = asked === null ? undefined : rounds.find(({ id }) => String(id) === asked);
  if (asked !== null && !round) throw Refusal.notFound("round");
  const others = await listOthers(scope, check);
  return {
    title: check.title,
    about:
      check.subjectId && `${check.subject === "session" ? "sessions" : "recruitment"}/${check.subjectId}`,
    subject: checkSubjectNames[check.subject],
    everyone: check.everyone,
    personas: personas.map(({ id, title, example }) => ({
      id,
      title: example ? `${title} (example)` : title,
    })),
    rows: round?.rows ?? sheet.rows,
    /** The earlier round that is shown, as it was found then. */
    shown: round && round.id !== rounds[0]?.id ? round.checkedOn : undefined,
    rounds: rounds.map((one) => ({ key: String(one.id), on: one.checkedOn, tally: tallyCoverage(one.rows) })),
    others: others.map(({ id, title, createdAt, checkedOn, rounds: count, tally }) => ({
      id,
      title,
      subject: checkSubjectNames[check.subject],
      startedOn: londonDate(createdAt),
      ...(checkedOn ? { checkedOn } : {}),
      rounds: count,
      tally,
    })),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, CheckAnswers, async (answers) => {
    await recordAnswers(scope, params.id!, answers, today());
    return redirectWithNotice(`/o/${params.organisation}/checks/${params.id}`, "What you found is recorded.");
  });
});

export default function CheckPage() {
  const { title, about, subject, everyone, personas, rows, rounds, shown, others, mayEdit } =
    useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/checks`;
  return (
    <>
      <Breadcrumbs items={[{ label: "Checks", href: `/o/${organisation}/checks` }]} />
      <PageHeading
        title={title}
        lede={`${subject}, checked against ${[
          ...(everyone ? ["the everyone check"] : []),
          ...personas.map((persona) => persona.title),
        ].join(", ")}.`}
      />
      {about ? (
        <p>
          <a href={`/o/${organisation}/${about}`}>Open what is checked</a>
        </p>
      ) : null}
      {shown ? (
        <Notice kind="info">
          <p>
            As it was found on {formatShortDate(shown)}. <a href={`${base}/${id}`}>See how it stands now</a>.
          </p>
        </Notice>
      ) : null}
      <SectionRule id="summary" title="Who could come">
        <CheckSummary rows={rows} personas={personas} />
      </SectionRule>
      <SectionRule
        id="matrix"
        title="The matrix"
        lede="Met and partly met count only with something that shows it."
      >
        <NeedsMatrix reply={reply} rows={rows} personas={personas} mayEdit={mayEdit && !shown} />
      </SectionRule>
      {rounds.length > 0 ? (
        <SectionRule id="history" title="Rounds of this check" rule="quiet">
          <DataTable
            caption="Rounds of this check, newest first"
            captionHidden
            rows={rounds}
            rowKey={(row) => row.key}
            columns={[
              {
                header: "Day",
                rowHeader: true,
                cell: (row) => <a href={`${base}/${id}?round=${row.key}`}>{formatShortDate(row.on)}</a>,
              },
              { header: "Met", numeric: true, cell: (row) => row.tally.met },
              { header: "Partly", numeric: true, cell: (row) => row.tally.partly },
              { header: "Not met", numeric: true, cell: (row) => row.tally["not-met"] },
              { header: "Not known", numeric: true, cell: (row) => row.tally["not-known"] },
            ]}
          />
        </SectionRule>
      ) : null}
      {others.length > 0 ? (
        <SectionRule id="others" title="Other checks of the same" rule="quiet">
          <CheckTable caption="Other checks of the same" rows={others} base={base} />
        </SectionRule>
      ) : null}
    </>
  );
}
