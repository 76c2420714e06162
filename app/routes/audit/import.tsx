import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { maximumAnswersBytes, readAnswersFile } from "#app/documents/read-answers.server.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { announcedSize } from "#app/http/upload.server.ts";
import { holdAnswers } from "#db/audit-import.server.ts";
import { instrumentKey, openableInstruments } from "#db/audit-instruments.server.ts";
import { AnswersGuide } from "#app/ui/audit/answers-guide.tsx";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const tooLarge = "The file is larger than 4 MB. Import it in parts.";
const Upload = z.object({
  instrument: z.string("Choose what people were asked."),
  file: z
    .instanceof(File, { error: "Choose a CSV, Excel or JSON file." })
    .refine((file) => file.size > 0, "The file is empty.")
    .refine((file) => file.size <= maximumAnswersBytes, tooLarge),
});

export const meta = () => [{ title: "Import past rounds – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return {
    instruments: (await openableInstruments(scope)).map((one) => ({
      value: instrumentKey(one),
      label: `${one.title} (version ${one.version})`,
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  // Refused without being read: the file would be held in memory.
  if (!(announcedSize(request) <= maximumAnswersBytes + 64 * 1024))
    return again({}, { file: [tooLarge] }, 400);
  return withForm(request, Upload, async ({ file, instrument: key }) => {
    const instruments = new Map((await openableInstruments(scope)).map((one) => [instrumentKey(one), one]));
    const asked = instruments.get(key);
    if (!asked) throw Refusal.invalid({ instrument: ["Choose one of the instruments in the list."] });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readAnswersFile(bytes, asked, (one) => instruments.get(one), today());
    if (!read.ok) throw Refusal.invalid({ file: read.problems });
    const id = await holdAnswers(scope, { fileName: file.name, plan: read.plan });
    return redirect(`/o/${params.organisation}/audit/import/${id}`, { status: 303 });
  });
});

export default function ImportAnswersPage() {
  const { instruments } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/audit`;
  return (
    <>
      <Breadcrumbs items={[{ label: "Self-audit", href: base }]} />
      <PageHeading
        title="Import past rounds"
        lede="Rounds that were held elsewhere, so that the next one can be compared with them. You see what the file holds before anything is stored."
      />
      <Form errors={reply?.errors} files>
        <SelectField
          name="instrument"
          label="What people were asked"
          hint="A JSON file names its own instrument."
          options={instruments}
          defaultValue={typedOr(reply, "instrument", instruments[0]?.value)}
          error={reply?.errors.instrument}
          required
        />
        <FileField
          name="file"
          label="CSV, Excel (.xlsx) or JSON file"
          hint="Up to 4 MB. If anything is wrong, every row is named and nothing is stored."
          error={reply?.errors.file}
          accept=".csv,.xlsx,.json"
          required
        />
        <Button>Look at the file</Button>
      </Form>
      <AnswersGuide sheetHref={`${base}/import/answers.csv`} />
    </>
  );
}
