import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { ReversalInput } from "#app/domain/remuneration/payment-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requirePayment, reversePayment } from "#db/payment-return.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatPence } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { MoneyField } from "#app/ui/forms/money-field.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { fieldOf, inPounds } from "#app/ui/pay/field-of.ts";
import { NamesNobody } from "#app/ui/pay/names-nobody.tsx";
import { PaymentTable } from "#app/ui/pay/payment-table.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Put a payment right – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return { payment: await requirePayment(scope, params.id ?? ""), day: today() };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, ReversalInput, async (reversal) => {
    await reversePayment(scope, params.id ?? "", reversal, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/payments`,
      "The money is back in its line. Both entries stay in the books.",
    );
  });
});

export default function ReversePaymentPage() {
  const { payment, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const field = fieldOf(reply);
  const gone = payment.left <= 0;
  return (
    <>
      <Breadcrumbs items={[{ label: "Payments", href: `/o/${organisation}/pay/payments` }]} />
      <PageHeading
        title="Put a payment right"
        lede="Money came back, or the payment was wrong. It stays in the books; another entry takes the money back, says why, and names it. What it paid for is owed again."
      />
      <PayTabs />
      <PaymentTable payments={[payment]} caption="The payment" />
      {gone ? (
        <>
          <StaleErrors reply={reply} />
          <Notice kind="info">
            <p>All of this payment has come back already.</p>
          </Notice>
        </>
      ) : (
        <Form errors={reply?.errors}>
          <MoneyField
            {...field("amountPence", inPounds(payment.left))}
            label="How much came back"
            hint={`At most ${formatPence(payment.left)}. Leave it as it is to take the whole payment back.`}
            required
          />
          <DateField {...field("paidOn", day)} label="Money came back on" max={day} required />
          <TextField
            {...field("note")}
            label="Why"
            hint="Such as “Paid twice” or “Sent to a closed account”. Nothing about the person."
            required
          />
          <TextField
            {...field("financeReference")}
            label="Finance reference of the return"
            hint="If your finance system gave it one: the same return in a later file is then known."
          />
          <NamesNobody reply={reply} fields={["note", "financeReference"]} what="These words name nobody" />
          <Button variant="danger">Record it</Button>
        </Form>
      )}
    </>
  );
}
