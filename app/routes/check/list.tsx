import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { CheckInput, checkSubjectNames, checkSubjects } from "#app/domain/persona/check-input.ts";
import { whyNotUsable } from "#app/domain/persona/persona.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listChecks } from "#db/need-check-list.server.ts";
import { listCheckables, startCheck } from "#db/need-check.server.ts";
import { asPersona, listPersonas } from "#db/persona.server.ts";
import { CheckStartForm } from "#app/ui/check/check-start-form.tsx";
import { CheckTable } from "#app/ui/check/check-table.tsx";
import { FilterBar } from "#app/ui/data/filter-bar.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { londonDate } from "#app/ui/format.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const PER_PAGE = 30;

export const meta = () => [{ title: "Checks – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const query = new URL(request.url).searchParams;
  const subject = checkSubjects.find((one) => one === query.get("kind"));
  const named = (query.get("name") ?? "").replaceAll("\0", "").trim().slice(0, 200);
  const after = /^(\S+)_([0-9a-f-]{36})$/.exec(query.get("after") ?? "");
  const createdAt = after ? new Date(after[1]!) : undefined;
  const key = createdAt && !Number.isNaN(createdAt.getTime()) ? { createdAt, id: after![2]! } : undefined;
  const filter = { ...(subject ? { subject } : {}), ...(named ? { named } : {}) };
  const found = await listChecks(scope, { ...filter, ...(key ? { after: key } : {}) }, PER_PAGE + 1);
  const checks = found.slice(0, PER_PAGE);
  const last = found.length > PER_PAGE ? checks.at(-1)! : undefined;
  const day = today();
  return {
    filter: { kind: subject ?? "", name: named },
    checks: checks.map(({ id, title, subject: kind, createdAt: at, checkedOn, rounds, tally }) => ({
      id,
      title,
      subject: checkSubjectNames[kind],
      startedOn: londonDate(at),
      ...(checkedOn ? { checkedOn } : {}),
      rounds,
      tally,
    })),
    older:
      last &&
      `?${new URLSearchParams({
        ...(subject ? { kind: subject } : {}),
        ...(named ? { name: named } : {}),
        after: `${last.createdAt.toISOString()}_${last.id}`,
      }).toString()}`,
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
  const { checks, filter, older, usable, checkables, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/checks`;
  const filtered = filter.kind !== "" || filter.name !== "";
  return (
    <>
      <PageHeading
        title="Checks"
        lede="Who would be kept out, and what to change? Check a session, a recruitment round, a survey or a venue before anybody is invited."
      />
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="start" title="Start a check">
            <CheckStartForm reply={reply} usable={usable} checkables={checkables} />
          </SectionRule>
        </div>
      ) : null}
      <SectionRule id="checks" title="Checks so far">
        {checks.length > 0 || filtered ? (
          <FilterBar label="Find a check" clear={filtered ? base : undefined} submit="Find">
            <SelectField
              name="kind"
              label="Kind"
              empty="Every kind"
              required
              options={checkSubjects.map((value) => ({ value, label: checkSubjectNames[value] }))}
              defaultValue={filter.kind}
            />
            <TextField name="name" label="Name" required defaultValue={filter.name} maxLength={200} />
          </FilterBar>
        ) : null}
        {checks.length > 0 ? (
          <>
            <CheckTable caption="Checks" rows={checks} base={base} withKind />
            <Pager of="checks" older={older} />
          </>
        ) : filtered ? (
          <p>No check fits. Clear the filter to see them all.</p>
        ) : (
          <p>None yet. Start with the everyone check of your next session: it needs no persona.</p>
        )}
      </SectionRule>
    </>
  );
}
