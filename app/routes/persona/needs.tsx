import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { needAreas } from "#app/domain/persona/need.ts";
import { OwnNeedInput } from "#app/domain/persona/persona-input.ts";
import { areaNames } from "#app/domain/persona/words.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { addOwnNeed, listNeeds } from "#db/persona.server.ts";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Needs – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return { needs: await listNeeds(scope), mayEdit: can(scope.role, "workspace.edit") };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, OwnNeedInput, async (need) => {
    await addOwnNeed(scope, need);
    return redirectWithNotice(`/o/${params.organisation}/personas/needs`, "The need is in the list.");
  });
});

export default function NeedsPage() {
  const { needs, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const field = (name: "title" | "metBy" | "seenBy", label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      required
      defaultValue={typedOr(reply, name, "")}
      error={reply?.errors[name]}
    />
  );
  return (
    <>
      <Breadcrumbs items={[{ label: "Personas", href: `/o/${organisation}/personas` }]} />
      <PageHeading
        title="Needs"
        lede="What may have to hold for somebody to take part: what meets it, and how anybody can see that it is met."
      />
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="add" title="Add a need of your own">
            <Form errors={reply?.errors}>
              <SelectField
                name="area"
                label="Kind of barrier"
                required
                empty="Choose a kind"
                options={needAreas.map((value) => ({ value, label: areaNames[value] }))}
                defaultValue={typedOr(reply, "area", "")}
                error={reply?.errors.area}
              />
              {field("title", "Need")}
              {field("metBy", "What meets it")}
              {field("seenBy", "How one can see that it is met")}
              <Button>Add the need</Button>
            </Form>
          </SectionRule>
        </div>
      ) : null}
      {needAreas.map((area) => (
        <SectionRule key={area} id={area} title={areaNames[area]} rule="quiet">
          <DataTable
            caption={areaNames[area]}
            captionHidden
            rows={needs.filter((need) => need.area === area)}
            rowKey={(need) => need.id}
            columns={[
              { header: "Need", rowHeader: true, cell: (need) => need.title },
              { header: "What meets it", cell: (need) => need.metBy },
              { header: "How one can see it", cell: (need) => need.seenBy },
            ]}
          />
        </SectionRule>
      ))}
    </>
  );
}
