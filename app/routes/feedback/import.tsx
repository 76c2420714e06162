import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { z } from "zod";
import { neededColumns, importColumns } from "#app/domain/feedback/import-columns.ts";
import { importHeadings } from "#app/domain/feedback/import-headings.ts";
import { markKnown, type HistoryPart, type ImportResult } from "#app/domain/feedback/import-row.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { importLoops, presentLoops } from "#db/feedback-import.server.ts";

import { ColumnsNotRead } from "#app/ui/data/columns-not-read.tsx";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { readImport } from "./read-import.server.ts";

const Import = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("preview"),
    file: z.instanceof(File, { error: "Choose a CSV or Excel file." }),
  }),
  z.object({ intent: z.literal("import"), text: z.string("There is nothing to bring in.") }),
]);

export const meta = () => [{ title: "Bring in past feedback – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, Import, async (wish) => {
    const bytes =
      wish.intent === "preview"
        ? new Uint8Array(await wish.file.arrayBuffer())
        : new TextEncoder().encode(wish.text);
    const { text, results: read, passedOver } = await readImport(bytes, today());
    const results = markKnown(read, await presentLoops(scope, installation().secret));
    if (wish.intent === "preview") return { text, results: results.map(shown), passedOver };
    const wrong = results.find(({ problems }) => problems.length > 0);
    if (wrong) throw Refusal.invalid({ file: [`Row ${wrong.row}: ${wrong.problems[0]}`] });
    const fresh = results.flatMap(({ loop, known }) => (loop && !known ? [loop] : []));
    await importLoops(scope, fresh, today());
    const leftOut = results.filter(({ known }) => known).length;
    return redirectWithNotice(
      `/o/${params.organisation}/feedback/loops`,
      `${countOf(fresh.length, "loop is", "loops are")} brought in${
        leftOut > 0 ? `, and ${countOf(leftOut, "row", "rows")} left out` : ""
      }. Look through them before you publish.`,
    );
  });
});

const shown = ({ row, loop, problems, warnings, known, name, part }: ImportResult) => ({
  row,
  problems,
  warnings,
  known,
  /** Of a row that belongs to another: what it adds. */
  adds: loop || !part ? "" : `${partName(part)}, to loop ${name}`,
  words: loop?.said.words ?? "",
  source: loop?.source.title ?? "",
  answers: loop?.answers.length ?? 0,
  told: (loop?.reports ?? []).map(({ told, of }) => `${told} of ${of}`).join(", "),
});

const partName = ({ report, pause }: HistoryPart) =>
  pause ? "a stop of the clock" : report ? "a report" : "an earlier answer";

type Preview = { text: string; results: ReturnType<typeof shown>[]; passedOver: string[] };

export default function ImportPage() {
  const answer = useActionData<FormReply | Preview>();
  const preview = answer && "results" in answer ? answer : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  const room = `/o/${useParams().organisation}/feedback`;
  const known = preview?.results.filter((row) => row.known).length ?? 0;
  const fresh = preview?.results.filter((row) => !row.known && row.adds === "").length ?? 0;
  const pointedOut = preview?.results.filter((row) => row.warnings.length > 0 && !row.known).length ?? 0;
  const wrong = preview?.results.filter(({ problems }) => problems.length > 0).length ?? 0;
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="Bring in past feedback"
        lede="A CSV or Excel file with one row for each thing that people said. You see every row before anything is saved."
      />
      {preview ? (
        <SectionRule
          id="preview"
          title={
            wrong === 0
              ? `${countOf(fresh, "loop", "loops")} can be brought in`
              : `${wrong} of ${preview.results.length} rows cannot be brought in`
          }
          lede={
            wrong === 0
              ? [
                  known > 0 ? `${countOf(known, "row is", "rows are")} left out: each says why.` : "",
                  pointedOut > 0
                    ? `${countOf(pointedOut, "row has", "rows have")} something to look at first, such as contact details.`
                    : "",
                ].join(" ")
              : "Correct these rows in your file, then choose it again. Nothing is saved."
          }
        >
          <div className="stack">
            <ColumnsNotRead columns={preview.passedOver} />
            <DataTable
              caption="Rows of the file"
              captionHidden
              rows={preview.results}
              rowKey={({ row }) => String(row)}
              columns={[
                {
                  header: "Row and source",
                  rowHeader: true,
                  cell: ({ row, source }) => (source ? `Row ${row}: ${source}` : `Row ${row}`),
                },
                { header: "What people said", cell: ({ words, adds }) => adds || words.slice(0, 120) },
                {
                  header: "Answers",
                  cell: ({ answers, adds }) => (adds ? "" : answers === 0 ? "none" : String(answers)),
                },
                { header: "Told", cell: ({ told, adds }) => (adds ? "" : told || "nobody") },
                { header: "To put right", cell: ({ problems }) => problems.join(" ") || "nothing" },
                { header: "To look at", cell: ({ warnings }) => warnings.join(" ") || "nothing" },
              ]}
            />
            {wrong === 0 && fresh > 0 ? (
              <form method="post">
                <input type="hidden" name="intent" value="import" />
                <textarea name="text" defaultValue={preview.text} hidden readOnly />
                <Button>Bring in {countOf(fresh, "loop", "loops")}</Button>
              </form>
            ) : null}
          </div>
        </SectionRule>
      ) : null}
      <SectionRule id="file" title={preview ? "Choose another file" : "Choose the file"}>
        <Form files errors={reply?.errors}>
          <input type="hidden" name="intent" value="preview" />
          <FileField
            name="file"
            label="CSV or Excel file"
            accept=".csv,text/csv,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            error={reply?.errors.file}
            hint="A .xlsx file as it is, or saved as CSV from any spreadsheet. No names of people, please."
            required
          />
          <Button variant="second">Look at the rows</Button>
        </Form>
        <details className="more-words">
          <summary>Which columns it may have</summary>
          <p>
            The first line names them, in any order. Dates are written 31/03/2026 or 2026-03-31.{" "}
            <a href={`${room}/export.csv`}>An export</a> has the same columns, and brings all of it back:
            answers from before, reports and stops of the clock stand in rows of their own, with
            “earlier-answer”, “report” or “pause” under “row”, and the same name under “loop” as what they
            belong to.
          </p>
          <DataTable
            caption="Columns"
            small
            rows={importColumns.map((column) => ({ column, ...importHeadings[column] }))}
            rowKey={({ column }) => column}
            columns={[
              { header: "Heading", rowHeader: true, cell: ({ title }) => title },
              { header: "In an export", cell: ({ column }) => column },
              { header: "Needed", cell: ({ column }) => (neededColumns.includes(column) ? "yes" : "no") },
              { header: "What it may say", cell: ({ choices }) => Object.values(choices ?? {}).join(", ") },
            ]}
          />
          <p>
            Three things are in no file: what participants answered over their private links, the links
            themselves, and the words of those who took them back. Nobody can bring them in for the people
            whose they are.
          </p>
        </details>
      </SectionRule>
    </>
  );
}
