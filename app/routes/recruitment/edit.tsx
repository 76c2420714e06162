import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { another, factsFrom, RoundInput } from "#app/domain/recruitment/round-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireNoTwin } from "#db/recruitment-twin.server.ts";
import { requireRound, reviseRound } from "#db/recruitment.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { AnotherRound } from "#app/ui/recruitment/another-round.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";
import { RoundFields } from "#app/ui/recruitment/round-fields.tsx";

const Change = RoundInput.extend({ version: z.number().int(), another });

export const meta = () => [{ title: "Change a round – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id, version, title, body, openedOn, closedOn, scheme, practice } = await requireRound(
    scope,
    params.id ?? "",
  );
  return { id, version, stored: { title, body, openedOn, closedOn, scheme, practice } };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id, ...before } = await requireRound(scope, params.id ?? "");
  return withForm(request, Change, async ({ version, another, ...input }) => {
    const facts = factsFrom(input);
    const isMoved = (["title", "body", "openedOn", "closedOn"] as const).some(
      (name) => facts[name] !== before[name],
    );
    if (isMoved && !another) await requireNoTwin(scope, facts, id);
    await reviseRound(scope, id, version, facts, today());
    return redirectWithNotice(`/o/${params.organisation}/recruitment/${id}`, "The round is saved.");
  });
});

export default function EditRoundPage() {
  const { id, version, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <RoundCrumbs base={`/o/${organisation}/recruitment`} round={{ id, title: stored.title }} />
      <PageHeading title="Change the round" />
      <Form errors={reply?.errors}>
        <HiddenVersion version={versionOf(reply, version)} />
        <RoundFields reply={reply} stored={stored} />
        <AnotherRound reply={reply} base={`/o/${organisation}/recruitment`} />
        <SaveBar note="What the public sees changes when you publish.">
          <Button>Save the round</Button>
        </SaveBar>
      </Form>
    </>
  );
}
