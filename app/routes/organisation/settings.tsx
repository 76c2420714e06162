import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { kindNames } from "#app/domain/organisation/facts.ts";
import { OrganisationDetails } from "#app/domain/organisation/organisation.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { changeDetails, findOrganisation } from "#db/organisation.server.ts";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { DetailsFields } from "#app/ui/organisation/details-fields.tsx";

const Change = OrganisationDetails.extend({ version: z.number().int() });

export const meta = () => [{ title: "Settings – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "organisation.manage");
  const { name, kind, region, version } = await findOrganisation(scope);
  return { details: OrganisationDetails.parse({ name, kind, region }), version };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "organisation.manage");
  return withForm(request, Change, async ({ version, ...details }) => {
    await changeDetails(scope, version, details);
    return redirectWithNotice(`/o/${params.organisation}/settings`, "The settings are saved.");
  });
});

export default function SettingsPage() {
  const { details, version } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Settings"
        lede="These facts stand on the organisation's public page once you publish them. Its address does not change with its name."
      />
      {reply?.theirs ? (
        <SectionRule id="theirs" title="What the other person saved" rule="quiet">
          <DefinitionList
            items={[
              { term: "Name", value: details.name },
              { term: "Kind", value: kindNames[details.kind] },
              { term: "Region", value: details.region },
            ]}
          />
          <p>Below is what you typed. Saving it now replaces theirs.</p>
        </SectionRule>
      ) : null}
      <Form errors={reply?.errors}>
        <HiddenVersion version={versionOf(reply, version)} />
        <DetailsFields reply={reply} stored={details} />
        <Button>Save the settings</Button>
      </Form>
    </>
  );
}
