import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { SourceInput, sourceKinds, sourceNames } from "#app/domain/feedback/source.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listSources } from "#db/feedback-read.server.ts";
import { addSource } from "#db/feedback.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { NumberField } from "#app/ui/forms/number-field.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Sources – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return { sources: await listSources(scope), mayEdit: can(scope.role, "workspace.edit"), day: today() };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, SourceInput, async (source) => {
    const id = await addSource(scope, source, today());
    return redirectWithNotice(
      `/o/${params.organisation}/feedback/loops/new?source=${id}`,
      "The source is added. Now write down what people said there.",
    );
  });
});

export default function SourcesPage() {
  const { sources, mayEdit, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const room = `/o/${useParams().organisation}/feedback`;
  const field = fieldOf(reply, { heldOn: day });
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="Sources"
        lede="Where people said things. The title of a source is published with each loop."
      />
      {sources.length === 0 ? (
        <p>No source yet.</p>
      ) : (
        <DataTable
          caption="Sources"
          captionHidden
          rows={sources}
          rowKey={({ id }) => id}
          columns={[
            { header: "Source", rowHeader: true, cell: ({ title }) => title },
            { header: "Sort", cell: ({ kind }) => sourceNames[kind] },
            { header: "Held", cell: ({ heldOn }) => formatDate(heldOn) },
            { header: "People", numeric: true, cell: ({ people }) => people },
          ]}
        />
      )}
      {mayEdit ? (
        <SectionRule id="add" title="Add a source">
          <Form errors={reply?.errors}>
            <TextField
              {...field("title")}
              label="Title"
              hint="Such as “Spring evening”. No names."
              required
            />
            <RadioGroup
              {...field("kind")}
              label="What sort of source"
              options={sourceKinds.map((value) => ({ value, label: sourceNames[value] }))}
              required
            />
            <DateField {...field("heldOn")} label="Held or collected on" max={day} required />
            <NumberField {...field("people")} label="How many people took part" whole required />
            <Button>Add the source</Button>
          </Form>
        </SectionRule>
      ) : null}
    </>
  );
}
