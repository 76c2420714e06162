import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { decodeLibrary, largestLibrary } from "#app/domain/persona/library-file.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { announcedSize } from "#app/http/upload.server.ts";
import { importLibrary, type Imported } from "#db/persona-import.server.ts";

import { Button } from "#app/ui/forms/button.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const choose = { error: "Choose a library file." };
/** Without a choice, browsers send a file of no length and no name. */
const Import = z.object({ file: z.instanceof(File, choose).refine(({ size }) => size > 0, choose) });

export const meta = () => [{ title: "Import personas – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  if (!(announcedSize(request) <= 2 * largestLibrary))
    return again({}, { file: ["A persona library can be 2 MB at most."] }, 400);
  return withForm(request, Import, async ({ file }) => {
    const decoded = decodeLibrary(new Uint8Array(await file.arrayBuffer()));
    if (!decoded.ok) throw Refusal.invalid({ file: decoded.errors });
    const done = await importLibrary(scope, decoded.text, today());
    return redirectWithNotice(`/o/${params.organisation}/personas`, whatCame(done));
  });
});

function whatCame({ came, takenBack, here }: Imported): string {
  const sentences = [
    came > 0
      ? `${countOf(came, "persona")} came in, with the names of those who made ${came === 1 ? "it" : "them"}.`
      : "",
    takenBack > 0
      ? `${countOf(takenBack, "persona")} left: the communities that made ${takenBack === 1 ? "it took it" : "them took them"} back.`
      : "",
    here > 0 ? `${countOf(here, "persona")} here already: nothing changed there.` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

export default function ImportPage() {
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <Breadcrumbs items={[{ label: "Personas", href: `/o/${organisation}/personas` }]} />
      <PageHeading
        title="Import personas"
        lede="From another installation's open library. The file comes in whole or not at all. What comes in stays its makers' own: you can use it in checks, under its licence, and cannot change or publish it. Import the file again from time to time: what its makers took back leaves with it."
      />
      <Form errors={reply?.errors} files>
        <FileField
          name="file"
          label="Library file"
          hint="The JSON file that another installation gives at /personas.json, up to 2 MB."
          error={reply?.errors.file}
          accept=".json,application/json"
          required
        />
        <Button>Import the personas</Button>
      </Form>
    </>
  );
}
