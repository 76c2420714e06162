import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { another, factsFrom, RoundInput } from "#app/domain/recruitment/round-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireNoTwin } from "#db/recruitment-twin.server.ts";
import { openRound } from "#db/recruitment.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { AnotherRound } from "#app/ui/recruitment/another-round.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";
import { RoundFields } from "#app/ui/recruitment/round-fields.tsx";

export const meta = () => [{ title: "New round – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, RoundInput.extend({ another }), async (input) => {
    const facts = factsFrom(input);
    if (!input.another) await requireNoTwin(scope, facts);
    const id = await openRound(scope, facts, today());
    const next = `/o/${params.organisation}/recruitment/${id}/counts/ethnic-group`;
    return redirectWithNotice(next, "The round is saved. Now count the people, or import a spreadsheet.");
  });
});

export default function NewRoundPage() {
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <RoundCrumbs base={`/o/${organisation}/recruitment`} />
      <PageHeading
        title="New round"
        lede="One recruitment exercise, as counts of people by stage. No name and no one person is ever stored."
      />
      <Form errors={reply?.errors}>
        <RoundFields reply={reply} />
        <AnotherRound reply={reply} base={`/o/${organisation}/recruitment`} />
        <SaveBar note="Only your organisation sees this.">
          <Button>Save the round</Button>
        </SaveBar>
      </Form>
    </>
  );
}
