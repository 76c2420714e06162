import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { words } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { withdrawOffer } from "#db/offer-correction.server.ts";
import { requireOffer } from "#db/pay.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Withdrawal = z.object({
  reason: words("Say in a sentence why the offer is withdrawn: the person reads it.", 2000),
});

export const meta = () => [{ title: "Withdraw an offer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { offer } = await requireOffer(scope, params.id ?? "");
  return { id: offer.id, reference: offer.reference };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Withdrawal, async ({ reason }) => {
    await withdrawOffer(scope, id, reason, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/offers/${id}`,
      "The offer is withdrawn. It stays to be read, with the reason.",
    );
  });
});

export default function WithdrawOfferPage() {
  const { id, reference } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <Breadcrumbs
        items={[{ label: `Offer to ${reference}`, href: `/o/${organisation}/pay/offers/${id}` }]}
      />
      <PageHeading
        title="Withdraw the offer"
        lede="For an offer made by mistake, or a session that was called off. It frees its line and counts nowhere. Somebody who chose nothing is not withdrawn: that is their choice, and stays one."
      />
      <PayTabs />
      <Form errors={reply?.errors}>
        <TextArea {...fieldOf(reply)("reason")} label="Why" hint="The person reads this." rows={3} required />
        <Button variant="danger">Withdraw it</Button>
      </Form>
    </>
  );
}
