import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { ReversalInput } from "#app/domain/remuneration/payment-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requirePayment, reversePayment } from "#db/payment.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PaymentTable } from "#app/ui/pay/payment-table.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Reverse a payment – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return { payment: await requirePayment(scope, params.id ?? ""), day: today() };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, ReversalInput, async (reversal) => {
    await reversePayment(scope, params.id ?? "", reversal);
    return redirectWithNotice(
      `/o/${params.organisation}/pay/payments`,
      "The payment is reversed. Both stay in the books.",
    );
  });
});

export default function ReversePaymentPage() {
  const { payment, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const field = fieldOf(reply);
  return (
    <>
      <Breadcrumbs items={[{ label: "Payments", href: `/o/${organisation}/pay/payments` }]} />
      <PageHeading
        title="Reverse a payment"
        lede="The payment stays in the books, and another of the same amount takes it back. What it paid for is owed again."
      />
      <PayTabs />
      <PaymentTable payments={[payment]} caption="The payment" />
      <Form errors={reply?.errors}>
        <DateField {...field("paidOn", day)} label="Money came back on" required />
        <TextField {...field("note")} label="Why" required />
        <Button variant="danger">Reverse it</Button>
      </Form>
    </>
  );
}
