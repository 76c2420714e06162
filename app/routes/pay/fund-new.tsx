import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { FundInput } from "#app/domain/remuneration/fund-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { openFund } from "#db/remuneration.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { FundFields } from "#app/ui/pay/fund-fields.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Add a fund – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, FundInput, async ({ carriedOverPence = 0, ...fund }) => {
    const id = await openFund(scope, { ...fund, carriedOverPence });
    return redirectWithNotice(
      `/o/${params.organisation}/pay/funds/${id}`,
      "The fund is added. Give it lines, so that money can be promised from it.",
    );
  });
});

export default function NewFundPage() {
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading title="Add a fund" />
      <PayTabs />
      <Form errors={reply?.errors}>
        <FundFields reply={reply} />
        <SaveBar note="Only your organisation sees this.">
          <Button>Add the fund</Button>
          <ButtonLink href={`/o/${organisation}/pay/funds`} variant="quiet">
            Cancel
          </ButtonLink>
        </SaveBar>
      </Form>
    </>
  );
}
