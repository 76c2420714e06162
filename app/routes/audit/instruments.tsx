import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { maximumInstrumentBytes } from "#app/domain/audit/parse-instrument.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can, requireAbility } from "#app/domain/organisation/permissions.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { announcedSize } from "#app/http/upload.server.ts";
import { importInstrumentFile, instrumentKey, openableInstruments } from "#db/audit-instruments.server.ts";
import { QuestionGuide } from "#app/ui/audit/question-guide.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Import = z.object({ file: z.instanceof(File, { error: "Choose an instrument file." }) });

export const meta = () => [{ title: "Instruments – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return {
    instruments: (await openableInstruments(scope)).map((one) => ({ ...one, key: instrumentKey(one) })),
    mayImport: can(scope.role, "framework.import"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "framework.import");
  if (!(announcedSize(request) <= 2 * maximumInstrumentBytes))
    return again({}, { file: ["An instrument file can be 1 MB at most."] }, 400);
  return withForm(request, Import, async ({ file }) => {
    const { title, version } = await importInstrumentFile(scope, await file.text());
    return redirectWithNotice(
      `/o/${params.organisation}/audit/instruments`,
      `“${title}”, version ${version}, is here. A round can ask it now.`,
    );
  });
});

export default function InstrumentsPage() {
  const { instruments, mayImport } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <Breadcrumbs items={[{ label: "Self-audit", href: `/o/${organisation}/audit` }]} />
      <PageHeading
        title="Instruments"
        lede="Lists of questions, each with five levels that a reader can tell apart. A new version never changes what people answered before."
      />
      {instruments.map(({ key, title, version, questions }) => (
        <SectionRule key={key} id={key.replaceAll(/[@.]/g, "-")} title={`${title}, version ${version}`}>
          {questions.map((question) => (
            <QuestionGuide key={question.id} question={question} />
          ))}
          <p className="after-list">
            <a href={`/o/${organisation}/audit/instruments/${encodeURIComponent(key)}.json`} download>
              Take “{title}” as a file
            </a>
            , to see the format or to write a version of your own.
          </p>
        </SectionRule>
      ))}
      {mayImport ? (
        <SectionRule id="import" title="Bring your own">
          <Form errors={reply?.errors} files>
            <FileField
              name="file"
              label="Instrument file"
              hint="A JSON file of up to 1 MB. A file with any error is refused whole, and every error is named."
              error={reply?.errors.file}
              accept=".json,application/json"
              required
            />
            <Button>Import the instrument</Button>
          </Form>
        </SectionRule>
      ) : null}
    </>
  );
}
