import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, useParams } from "@remix-run/react";
import { z } from "zod";
import { optionalWords } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import type { ImportKind } from "#app/domain/remuneration/column-map.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { forgetFile } from "#db/pay-file.server.ts";
import { listFunds } from "#db/remuneration.server.ts";

import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { ColumnFields } from "#app/ui/pay/column-fields.tsx";
import { ImportQuestions } from "#app/ui/pay/import-questions.tsx";
import { ImportRows } from "#app/ui/pay/import-rows.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lineOptions } from "./fund-rows.ts";
import { importOf, previewOf, readChoices } from "./import-choices.server.ts";
import { previewWords, questionsOf } from "./preview-words.ts";

// Rows that are wrong come first, so that these are the ones to see.
const MOST_SHOWN = 300;
const order = ["wrong", "new", "known", "left-out"];

const Answer = z.object({
  intent: z.enum(["import", "forget"]).default("import"),
  namesNobody: z.boolean().default(false),
  whyMore: optionalWords(400),
});

/** What one row of each kind of file becomes. */
const rowNames: Record<ImportKind, string> = { payments: "payment", budget: "line", rates: "rate" };

export const meta = () => [{ title: "Rows of the file – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const choices = await readChoices(scope, params.id ?? "", request);
  const { held, fields, header, headerRow, columns, moneyOut, lineId, source, problems } = choices;
  const sheets = await listFunds(scope);
  const read = problems.length > 0 ? [] : await previewOf(scope, choices);
  const rows = [...read].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) || questionsOf(b).length - questionsOf(a).length,
  );
  const asks = read.flatMap((row) => (row.state === "new" && "asks" in row && row.asks ? [row.asks] : []));
  const count = (state: string) => read.filter((row) => row.state === state).length;
  return {
    kind: held.kind,
    fileName: held.fileName,
    header,
    headerRow,
    firstRows: held.rows
      .slice(0, 40)
      .map((row, index) => ({
        row: index,
        words: row
          .filter((cell) => cell.trim() !== "")
          .join(" · ")
          .slice(0, 80),
      }))
      .filter(({ words }) => words !== ""),
    fields: Object.entries(fields).map(([name, { label, required }]) => ({ name, label, required })),
    columns,
    moneyOut,
    problems,
    lineId,
    source,
    lines: lineOptions(sheets),
    rows: rows.slice(0, MOST_SHOWN).map((row) => previewWords(row)),
    more: Math.max(0, rows.length - MOST_SHOWN),
    asks: { name: asks.some(({ name }) => name), more: asks.some(({ more }) => more) },
    fresh: count("new"),
    known: count("known"),
    wrong: count("wrong"),
    leftOut: count("left-out"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const choices = await readChoices(scope, params.id ?? "", request);
  const { held, problems } = choices;
  const base = `/o/${params.organisation}/pay`;
  return withForm(request, Answer, async ({ intent, namesNobody, whyMore }) => {
    if (intent === "forget") {
      await forgetFile(scope, held.id);
      return redirectWithNotice(`${base}/import`, "The file is removed. Nothing of it was kept.");
    }
    if (problems.length > 0) throw Refusal.invalid({ form: problems });
    const { added, known } = await importOf(scope, choices, { namesNobody, whyMore });
    const to = { payments: "payments", budget: `funds/${held.fundId}`, rates: "rates" }[held.kind];
    return redirectWithNotice(
      `${base}/${to}`,
      `${countOf(added, rowNames[held.kind])} imported; ${known} ${known === 1 ? "was" : "were"} there already.`,
    );
  });
});

export default function ImportPreviewPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const { pathname, search } = useLocation();
  return (
    <>
      <PageHeading title="Rows of the file" lede={`${page.fileName}. Nothing has changed yet.`} />
      <PayTabs />
      <SectionRule
        id="columns"
        title="Which column holds what"
        lede="A first guess from the names in the file. Put right what is wrong, then look at the rows again."
      >
        <ColumnFields {...page} />
        {page.problems.length > 0 ? (
          <ul>
            {page.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
      </SectionRule>
      {page.problems.length === 0 ? (
        <SectionRule id="rows" title="What would happen">
          <div className="stack-wide">
            <p>{outcome(page)}</p>
            <Form errors={reply?.errors} action={pathname + search}>
              {page.wrong === 0 && page.fresh + page.known > 0 ? (
                <>
                  <ImportQuestions asks={page.asks} reply={reply} />
                  <Button>Import the file</Button>
                </>
              ) : null}
            </Form>
            {page.rows.length > 0 ? (
              <ImportRows rows={page.rows} more={page.more} wrong={page.wrong} />
            ) : null}
          </div>
        </SectionRule>
      ) : null}
      <form method="post" action={pathname + search} className="row">
        <Button name="intent" value="forget" variant="quiet">
          Remove this file
        </Button>
        <a href={`/o/${organisation}/pay/import`}>Upload another file</a>
      </form>
    </>
  );
}

function outcome({
  kind,
  fresh,
  known,
  wrong,
  leftOut,
}: {
  kind: ImportKind;
  fresh: number;
  known: number;
  wrong: number;
  leftOut: number;
}): string {
  const name = rowNames[kind];
  const parts = [
    fresh > 0 ? `${countOf(fresh, name)} would be added` : "",
    known > 0 ? `${countOf(known, "row")} ${known === 1 ? "is" : "are"} here already` : "",
    leftOut > 0 ? `${countOf(leftOut, "row")} left out` : "",
    wrong > 0 ? `${countOf(wrong, "row")} to put right` : "",
  ].filter(Boolean);
  if (fresh + known + wrong === 0) return `No ${name} is found under the names of the columns.`;
  if (fresh + wrong === 0) return `Everything in the file is in the books already: ${parts.join(", ")}.`;
  return `${parts.join(", ")}.`;
}
