import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { budgetFields, paymentFields, rateFields } from "#app/domain/remuneration/column-map.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { readTable } from "#app/documents/read-table.server.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { announcedSize } from "#app/http/upload.server.ts";
import { holdFile } from "#db/pay-file.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

// Thousands of payments fit into a tenth of it.
const LARGEST = 2 * 1024 * 1024;

const Upload = z.object({
  file: z
    .instanceof(File, { message: "Choose a CSV or Excel file." })
    .refine((file) => file.size > 0, "The file is empty.")
    .refine((file) => file.size <= LARGEST, "The file is larger than 2 MB. Import it in parts."),
  fund: z
    .union([z.literal("rates" as const), z.uuid()], "Choose what the file holds from the list.")
    .optional(),
});

export const meta = () => [{ title: "Import – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const sheets = await listFunds(scope);
  const wanted = new URL(request.url).searchParams.get("fund") ?? "";
  return {
    wanted,
    holds: [
      { value: "rates", label: "Rates that others pay" },
      ...sheets.map(({ fund }) => ({ value: fund.id, label: `The lines of ${fund.title}` })),
    ],
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  // Refused without being read: the file would be held in memory.
  if (!(announcedSize(request) <= LARGEST + 64 * 1024))
    return again({}, { file: ["The file is larger than 2 MB. Import it in parts."] }, 400);
  return withForm(request, Upload, async ({ file, fund }) => {
    const rows = await readTable(new Uint8Array(await file.arrayBuffer()));
    const fileName = file.name.slice(0, 200);
    const id = await holdFile(
      scope,
      fund === undefined || fund === "rates"
        ? { kind: fund ?? "payments", fileName, rows }
        : { kind: "budget", fundId: fund, fileName, rows },
    ).catch((error: unknown) => {
      if (error instanceof Refusal && error.detail.kind === "not-found")
        throw Refusal.invalid({ fund: ["Choose a fund from the list."] });
      throw error;
    });
    return redirect(`/o/${params.organisation}/pay/import/${id}`, { status: 303 });
  });
});

export default function ImportPage() {
  const { holds, wanted } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Import a file"
        lede="Payments from your finance system, the lines of a fund, or rates to compare with. You see every row before anything changes; the same file twice changes nothing."
      />
      <PayTabs />
      <Form errors={reply?.errors} files>
        <SelectField
          name="fund"
          label="What the file holds"
          options={holds}
          empty="Payments"
          defaultValue={typedOr(reply, "fund", wanted)}
          error={reply?.errors.fund}
          required
        />
        <FileField
          name="file"
          label="CSV or Excel file (.xlsx)"
          hint="As your system writes it: titles above the table and totals below it are seen and left out. Choose it again if the page comes back."
          accept=".csv,.xlsx,text/csv"
          error={reply?.errors.file}
          required
        />
        <Button>Look at the rows</Button>
      </Form>
      <SectionRule
        id="columns"
        title="What the columns can hold"
        lede="They may have other names: you choose which is which on the next page. Columns that are not needed are better left out of the file; it is kept for a day at most."
        rule="quiet"
      >
        <DefinitionList
          items={[
            {
              term: "Payments",
              value: (
                <ColumnNames
                  fields={paymentFields}
                  besides="Where money out or money back has a column of its own, no Amount is needed."
                />
              ),
            },
            { term: "Lines of a fund", value: <ColumnNames fields={budgetFields} /> },
            { term: "Rates that others pay", value: <ColumnNames fields={rateFields} /> },
          ]}
        />
      </SectionRule>
    </>
  );
}

type Columns = Record<string, { label: string; required: boolean }>;

/** What a file has to have, and what may be in it as well. */
function ColumnNames({ fields, besides }: { fields: Columns; besides?: string }) {
  const labels = (needed: boolean) =>
    Object.values(fields)
      .filter(({ required }) => required === needed)
      .map(({ label }) => label);
  const more = labels(false);
  return (
    <>
      <p>
        <b>Needed:</b> {labels(true).join("; ")}. {besides}
      </p>
      {more.length > 0 ? (
        <>
          <p>If you have it:</p>
          <ul>
            {more.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
