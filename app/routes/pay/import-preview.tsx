import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import {
  type BudgetField,
  budgetFields,
  type ColumnMap,
  columnProblems,
  guessColumns,
  type PaymentField,
  paymentFields,
} from "#app/domain/remuneration/column-map.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import {
  importBudget,
  importPayments,
  previewBudget,
  previewPayments,
  requireHeldFile,
} from "#db/pay-import.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { countOf } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { ColumnFields } from "#app/ui/pay/column-fields.tsx";
import { ImportRows } from "#app/ui/pay/import-rows.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lineOptions } from "./fund-rows.ts";
import { previewWords } from "./preview-words.ts";

// Rows that are wrong come first, so that these are the ones to see.
const MOST_SHOWN = 300;

export const meta = () => [{ title: "Rows of the file – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { held, fields, columns, lineId, problems } = await chosen(scope, params.id ?? "", request);
  const sheets = await listFunds(scope);
  const read = problems.length > 0 ? [] : await previewed(scope, held, columns, lineId);
  const rows = [...read].sort((a, b) => Number(b.state === "wrong") - Number(a.state === "wrong"));
  return {
    kind: held.kind,
    fileName: held.fileName,
    header: held.rows[0] ?? [],
    fields: Object.entries(fields).map(([name, { label, required }]) => ({ name, label, required })),
    columns,
    problems,
    lineId,
    lines: lineOptions(sheets),
    rows: rows.slice(0, MOST_SHOWN).map((row) => previewWords(row)),
    more: Math.max(0, rows.length - MOST_SHOWN),
    fresh: read.filter(({ state }) => state === "new").length,
    wrong: read.filter(({ state }) => state === "wrong").length,
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { held, columns, lineId, problems } = await chosen(scope, params.id ?? "", request);
  return withForm(request, z.object({}), async () => {
    if (problems.length > 0) throw Refusal.invalid({ form: problems });
    const { added, known } =
      held.kind === "payments"
        ? await importPayments(scope, held.id, columns as ColumnMap<PaymentField>, lineId || null)
        : await importBudget(scope, held.id, columns as ColumnMap<BudgetField>);
    const what = held.kind === "payments" ? "payment" : "line";
    return redirectWithNotice(
      held.kind === "payments"
        ? `/o/${params.organisation}/pay/payments`
        : `/o/${params.organisation}/pay/funds/${held.fundId}`,
      `${countOf(added, what)} imported; ${known} ${known === 1 ? "was" : "were"} there already.`,
    );
  });
});

/** The file with the columns that the address names, or that its header suggests. */
async function chosen(scope: Scope, id: string, request: Request) {
  const held = await requireHeldFile(scope, id);
  const fields = held.kind === "payments" ? paymentFields : budgetFields;
  const header = held.rows[0] ?? [];
  const query = new URL(request.url).searchParams;
  const named = Object.keys(fields).some((name) => query.has(name));
  const columns: Record<string, number> = named
    ? Object.fromEntries(Object.keys(fields).map((name) => [name, columnIn(query.get(name))]))
    : guessColumns(fields, header);
  const problems = columnProblems(fields, columns, header.length);
  return { held, fields, columns, lineId: query.get("lineId") ?? "", problems };
}

function columnIn(written: string | null): number {
  return written && /^\d{1,3}$/.test(written) ? Number(written) : -1;
}

function previewed(
  scope: Scope,
  held: { id: string; kind: "payments" | "budget" },
  columns: Record<string, number>,
  lineId: string,
) {
  return held.kind === "payments"
    ? previewPayments(scope, held.id, columns as ColumnMap<PaymentField>, lineId || null)
    : previewBudget(scope, held.id, columns as ColumnMap<BudgetField>);
}

export default function ImportPreviewPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const { pathname, search } = useLocation();
  return (
    <>
      <PageHeading title="Rows of the file" lede={`${page.fileName}. Nothing has changed yet.`} />
      <PayTabs />
      <SectionRule id="columns" title="Which column holds what">
        <ColumnFields
          fields={page.fields}
          header={page.header}
          columns={page.columns}
          line={page.kind === "payments" ? { options: page.lines, chosen: page.lineId } : undefined}
        />
        {page.problems.length > 0 ? (
          <ul>
            {page.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
      </SectionRule>
      {page.rows.length > 0 ? (
        <SectionRule id="rows" title="What would happen">
          {page.wrong === 0 ? (
            <Form errors={reply?.errors} action={pathname + search}>
              <p>
                {page.fresh === 0
                  ? "Everything in the file is in the books already."
                  : `${countOf(page.fresh, page.kind === "payments" ? "payment" : "line")} would be added.`}
              </p>
              <Button>Import the file</Button>
            </Form>
          ) : (
            <Form errors={reply?.errors}>{null}</Form>
          )}
          <ImportRows rows={page.rows} more={page.more} />
        </SectionRule>
      ) : null}
      <p>
        <a href={`/o/${organisation}/pay/import`}>Upload another file</a>
      </p>
    </>
  );
}
