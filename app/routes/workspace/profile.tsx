import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { StatementInput } from "#app/domain/commitment/work-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { kindNames } from "#app/domain/organisation/facts.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { findProfile, writeStatement } from "#db/profile.server.ts";
import { Paragraphs } from "#app/ui/commitment/paragraphs.tsx";
import { StatementForm } from "#app/ui/workspace/statement-form.tsx";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Change = StatementInput.extend({ version: z.int() });

export const meta = () => [{ title: "Public statement – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return {
    profile: await findProfile(scope),
    mayEdit: can(scope.role, "workspace.edit"),
    mayManage: can(scope.role, "organisation.manage"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, Change, async ({ version, ...input }) => {
    await writeStatement(scope, version, input, today());
    return redirectWithNotice(`/o/${params.organisation}/profile`, "The statement is saved.");
  });
});

export default function ProfilePage() {
  const { profile, mayEdit, mayManage } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Public statement"
        lede="What opens your public journey: who you are, and why you promise. It goes out when you publish."
      />
      <SectionRule id="statement" title="Our statement">
        {mayEdit ? (
          <StatementForm reply={reply} stored={profile} />
        ) : (
          <Paragraphs text={profile.statement || "Not written yet."} />
        )}
      </SectionRule>
      <SectionRule id="facts" title="Who we are" rule="quiet">
        <DefinitionList
          items={[
            { term: "Name", value: profile.name },
            { term: "Kind", value: kindNames[profile.kind] },
            { term: "Region", value: profile.region },
          ]}
        />
        {mayManage ? (
          <p>
            <a href={`/o/${organisation}/settings`}>Change name, kind or region</a>
          </p>
        ) : (
          <p className="soft">Owners can change these in the settings.</p>
        )}
      </SectionRule>
    </>
  );
}
