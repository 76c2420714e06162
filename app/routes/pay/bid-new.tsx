import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { BidInput } from "#app/domain/remuneration/plan-inputs.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { saveBid } from "#db/bid.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { BidFields } from "#app/ui/pay/bid-fields.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { bidFrom } from "./bid-from.ts";

export const meta = () => [{ title: "Add a bid – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, BidInput, async (input) => {
    await saveBid(scope, bidFrom(input));
    return redirectWithNotice(`/o/${params.organisation}/pay/bids`, "The bid is added.");
  });
});

export default function NewBidPage() {
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading title="Add a bid" />
      <PayTabs />
      <Form errors={reply?.errors}>
        <BidFields reply={reply} />
        <Button>Add the bid</Button>
      </Form>
    </>
  );
}
