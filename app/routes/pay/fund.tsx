import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { LineInput } from "#app/domain/remuneration/fund-input.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { fundKindNames } from "#app/domain/remuneration/words.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { addLine, listFunds } from "#db/remuneration.server.ts";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { formatDate, formatPence } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { DecisionList } from "#app/ui/pay/decision-list.tsx";
import { LineTable } from "#app/ui/pay/fund-figures.tsx";
import { LineForm } from "#app/ui/pay/line-form.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { TrainingPaidFrom } from "#app/ui/training/training-paid-from.tsx";
import { listPlansOf } from "#db/training-money.server.ts";

export const meta = () => [{ title: "Fund – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const sheets = await listFunds(scope);
  const sheet = sheets.find((one) => one.fund.id === params.id);
  if (!sheet) throw Refusal.notFound("fund");
  const { fund, lines, decisions, carries, positions, total } = sheet;
  return {
    fund,
    total,
    training: await listPlansOf(scope, { fundId: fund.id }),
    fundTitles: Object.fromEntries(sheets.map((one) => [one.fund.id, one.fund.title])),
    carries: carries.map(({ id, fromFund, toFund, amountPence, reason, decidedOn }) => ({
      id,
      fromFund,
      toFund,
      amountPence,
      reason,
      decidedOn,
    })),
    mayEdit: can(scope.role, "workspace.edit"),
    mayOverspend: can(scope.role, "organisation.manage"),
    lines: lines.map((line) => ({ ...line, position: positions.get(line.id)! })),
    decisions: decisions.map(({ id, kind, fromLine, toLine, amountPence, reason, decidedOn }) => ({
      id,
      kind,
      fromLine,
      toLine,
      amountPence,
      reason,
      decidedOn,
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const fundId = params.id ?? "";
  const here = `/o/${params.organisation}/pay/funds/${fundId}`;
  return withForm(request, LineInput, async (line) => {
    await addLine(scope, { fundId, ...line });
    return redirectWithNotice(here, "The line is added.");
  });
});

export default function FundPage() {
  const { fund, total, training, lines, decisions, carries, fundTitles, mayEdit, mayOverspend } =
    useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay`;
  return (
    <>
      <PageHeading
        title={fund.title}
        actions={
          mayEdit ? (
            <>
              <ButtonLink href={`${base}/funds/${fund.id}/edit`} variant="second">
                Change the fund
              </ButtonLink>
              <ButtonLink href={`${base}/import?fund=${fund.id}`} variant="quiet">
                Import lines from a spreadsheet
              </ButtonLink>
            </>
          ) : null
        }
      />
      <PayTabs />
      <DefinitionList
        items={[
          { term: "Kind", value: fundKindNames[fund.kind] },
          { term: "From", value: fund.source },
          { term: "Period", value: `${formatDate(fund.startsOn)} to ${formatDate(fund.endsOn)}` },
          { term: "May not be spent on", value: fund.restrictions },
          {
            term: "Holds",
            value: heldWords(total.held, fund.carriedOverPence + total.carriedIn, total.carriedOut),
          },
          { term: "In no line yet", value: formatPence(total.unallocated) },
          { term: "Promised and not paid yet", value: formatPence(total.committed) },
          { term: "Spent", value: formatPence(total.spent) },
          { term: "Forecast, if all that is promised is paid", value: formatPence(total.forecast) },
          { term: "Left", value: formatPence(total.left) },
        ]}
      />
      <SectionRule
        id="lines"
        title="Lines"
        lede="A line pays for one thing. What it holds for that is not spent on something else unless somebody decides so and says why."
      >
        {lines.length === 0 ? <p>No line yet.</p> : <LineTable lines={lines} />}
        {mayEdit ? (
          <div className="no-print">
            <LineForm reply={reply} />
          </div>
        ) : null}
      </SectionRule>
      <SectionRule
        id="decisions"
        title="Decisions"
        lede="Money moved or carried over, and leave to overspend. Nothing here can be edited or removed."
      >
        <DecisionList
          decisions={decisions}
          lines={lines}
          carries={carries}
          fundId={fund.id}
          fundTitles={fundTitles}
        />
        <div className="row">
          {mayEdit && lines.length > 0 ? (
            <ButtonLink href={`${base}/funds/${fund.id}/move`} variant="second">
              Move money
            </ButtonLink>
          ) : null}
          {mayEdit ? (
            <ButtonLink href={`${base}/funds/${fund.id}/carry`} variant="second">
              Carry money over
            </ButtonLink>
          ) : null}
          {mayOverspend && lines.length > 0 ? (
            <ButtonLink href={`${base}/funds/${fund.id}/overspend`} variant="quiet">
              Allow an overspend
            </ButtonLink>
          ) : null}
        </div>
      </SectionRule>
      <TrainingPaidFrom plans={training} training={`/o/${organisation}/training`} />
    </>
  );
}

/** What a fund holds, and how much of it came from or went elsewhere. */
function heldWords(held: number, broughtIn: number, carriedOut: number): string {
  return [
    formatPence(held),
    broughtIn > 0 ? `${formatPence(broughtIn)} of it carried over from before` : "",
    carriedOut > 0 ? `${formatPence(carriedOut)} has gone on to a later fund` : "",
  ]
    .filter(Boolean)
    .join("; ");
}
