import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { PaymentInput } from "#app/domain/remuneration/payment-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireOffer } from "#db/pay.server.ts";
import { listPayments, recordPayment } from "#db/payment.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { Pager } from "#app/ui/data/pager.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PaymentForm } from "#app/ui/pay/payment-form.tsx";
import { PaymentTable } from "#app/ui/pay/payment-table.tsx";
import { NoLineYet } from "#app/ui/pay/no-line-yet.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lineOptions } from "./fund-rows.ts";
import { keysetIn, keysetOf, PAGE } from "./keyset.ts";

export const meta = () => [{ title: "Payments – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const after = keysetIn(request);
  const wanted = new URL(request.url).searchParams.get("offer");
  const [rows, sheets, chosen] = await Promise.all([
    listPayments(scope, after && { paidOn: after.day, id: after.id }, PAGE + 1),
    listFunds(scope),
    wanted ? requireOffer(scope, wanted) : undefined,
  ]);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const offer = chosen?.offer;
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    day: today(),
    first: after === undefined,
    older: last ? keysetOf(last.paidOn, last.id) : undefined,
    lines: lineOptions(sheets),
    offer: offer && { id: offer.id, lineId: offer.lineId, reference: offer.reference, heldOn: offer.heldOn },
    payments: shown.map(({ id, kind, amountPence, paidOn, method, financeReference, note }) => ({
      id,
      kind,
      amountPence,
      paidOn,
      method,
      financeReference,
      note,
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, PaymentInput, async ({ offerId = null, namesNobody: _, whyMore, ...payment }) => {
    await recordPayment(scope, { ...payment, offerId }, today(), whyMore);
    const back = offerId ? `offers/${offerId}` : "payments";
    return redirectWithNotice(`/o/${params.organisation}/pay/${back}`, "The payment is recorded.");
  });
});

export default function PaymentsPage() {
  const { payments, lines, offer, day, mayEdit, first, older } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay`;
  return (
    <>
      <PageHeading
        title="Payments"
        lede="What has left each line. A payment is never changed. Where one was wrong, or money came back, that is recorded beside it with the reason."
        actions={
          mayEdit ? (
            <ButtonLink href={`${base}/import`} variant="second">
              Import from a finance system
            </ButtonLink>
          ) : null
        }
      />
      <PayTabs />
      <PaymentTable
        payments={payments}
        caption="Payments, newest first"
        reverse={mayEdit ? (id) => `${base}/payments/${id}/reverse` : undefined}
      />
      <Pager
        newer={first ? undefined : `${base}/payments`}
        older={older ? `${base}/payments?after=${older}` : undefined}
        of="payments"
      />
      <StaleErrors reply={lines.length === 0 ? reply : undefined} />
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="record" title="Record a payment">
            {lines.length === 0 ? (
              <NoLineYet />
            ) : (
              <PaymentForm reply={reply} lines={lines} offer={offer} day={day} />
            )}
          </SectionRule>
        </div>
      ) : null}
    </>
  );
}
