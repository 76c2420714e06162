import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { CheckInput, checkSubjectNames } from "#app/domain/persona/check-input.ts";
import { whyNotUsable } from "#app/domain/persona/persona.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listCheckables, listChecks, startCheck } from "#db/need-check.server.ts";
import { asPersona, listPersonas } from "#db/persona.server.ts";
import { CheckStartForm } from "#app/ui/check/check-start-form.tsx";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { formatShortDate } from "#app/ui/format.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const PER_PAGE = 30;

export const meta = () => [{ title: "Checks – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const after = /^(\S+)_([0-9a-f-]{36})$/.exec(new URL(request.url).searchParams.get("after") ?? "");
  const createdAt = after ? new Date(after[1]!) : undefined;
  const key = createdAt && !Number.isNaN(createdAt.getTime()) ? { createdAt, id: after![2]! } : undefined;
  const found = await listChecks(scope, key, PER_PAGE + 1);
  const checks = found.slice(0, PER_PAGE);
  const last = found.length > PER_PAGE ? checks.at(-1)! : undefined;
  const day = today();
  return {
    checks: checks.map(({ id, title, subject, createdAt: at }) => ({
      id,
      title,
      subject: checkSubjectNames[subject],
      on: at.toISOString().slice(0, 10),
    })),
    older: last && `?after=${encodeURIComponent(`${last.createdAt.toISOString()}_${last.id}`)}`,
    checkables: (await listCheckables(scope)).map(({ subject, id, title }) => ({
      value: id,
      label: `${subject === "session" ? "Session" : "Round"}: ${title}`,
    })),
    usable: (await listPersonas(scope))
      .filter((row) => !whyNotUsable(asPersona(row), day, row.withdrawnOn !== null))
      .map(({ id, title, example }) => ({ id, title, example })),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, CheckInput, async (input) => {
    const id = await startCheck(scope, input, today());
    return redirectWithNotice(
      `/o/${params.organisation}/checks/${id}`,
      "The check is started. Walk through each need and say what you found.",
    );
  });
});

export default function ChecksPage() {
  const { checks, older, usable, checkables, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Checks"
        lede="Who would be kept out, and what to change? Check a session, a recruitment round, a survey or a venue before anybody is invited."
      />
      {mayEdit ? (
        <SectionRule id="start" title="Start a check">
          <CheckStartForm reply={reply} usable={usable} checkables={checkables} />
        </SectionRule>
      ) : null}
      {checks.length > 0 ? (
        <SectionRule id="checks" title="Checks so far">
          <DataTable
            caption="Checks"
            captionHidden
            rows={checks}
            rowKey={(row) => row.id}
            columns={[
              {
                header: "What",
                rowHeader: true,
                cell: (row) => <a href={`/o/${organisation}/checks/${row.id}`}>{row.title}</a>,
              },
              { header: "Kind", cell: (row) => row.subject },
              { header: "Started", cell: (row) => formatShortDate(row.on) },
            ]}
          />
          <Pager of="checks" older={older} />
        </SectionRule>
      ) : null}
    </>
  );
}
