import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { checkOffer } from "#app/domain/remuneration/check-offer.ts";
import { ChoiceInput } from "#app/domain/remuneration/offer-input.ts";
import { addDays } from "#app/domain/dates/days.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { issuePayLink, noteChoice } from "#db/pay-link.server.ts";
import { requireOffer } from "#db/pay.server.ts";
import { listRates } from "#db/remuneration.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { ChoiceFields } from "#app/ui/pay/choice-fields.tsx";
import { OfferFacts } from "#app/ui/pay/offer-facts.tsx";
import { PaymentTable } from "#app/ui/pay/payment-table.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

// Long enough for a session some months off and its payment.
const LINK_DAYS = 180;

const Change = z.discriminatedUnion("intent", [
  ChoiceInput.safeExtend({ intent: z.literal("choice") }),
  z.object({ intent: z.literal("link") }),
]);

export const meta = () => [{ title: "Offer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [{ offer, payments }, rates] = await Promise.all([
    requireOffer(scope, params.id ?? ""),
    listRates(scope),
  ]);
  return {
    offer,
    payments,
    findings: checkOffer(offer, payments, rates, today()).map(({ sentence }) => sentence),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async (change) => {
    if (change.intent === "link") {
      const expires = new Date(`${addDays(today(), LINK_DAYS)}T23:59:59Z`);
      const token = await issuePayLink(scope, id, expires);
      return data<FormReply>({
        values: { link: `${context.publicUrl}/agree-pay/${token}` },
        errors: {},
      });
    }
    const { choice, agreedFeePence = null, timing } = change;
    await noteChoice(scope, id, { choice, agreedFeePence, timing });
    return redirectWithNotice(
      `/o/${params.organisation}/pay/offers/${id}`,
      "Noted as the person's own choice.",
    );
  });
});

export default function OfferPage() {
  const { offer, payments, findings, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay`;
  const link = typeof reply?.values.link === "string" ? reply.values.link : undefined;
  const choosing = link ? undefined : reply;
  return (
    <>
      <PageHeading
        title={`Offer to ${offer.reference}`}
        actions={
          mayEdit ? (
            <ButtonLink href={`${base}/payments?offer=${offer.id}`} variant="second">
              Record a payment
            </ButtonLink>
          ) : null
        }
      />
      <PayTabs />
      {link ? (
        <Notice kind="info">
          <p>
            Give this private link to the person now. It is shown this once; earlier links for this offer have
            stopped working.
          </p>
          <p className="as-typed">
            <code>{link}</code>
          </p>
        </Notice>
      ) : null}
      <OfferFacts offer={offer} />
      <SectionRule id="checks" title="What the checks say">
        {findings.length === 0 ? (
          <p>The checks found nothing in what has been entered.</p>
        ) : (
          <ul>
            {findings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </SectionRule>
      <SectionRule id="payments" title="Payments">
        <PaymentTable payments={payments} caption="Payments on this offer" />
      </SectionRule>
      {mayEdit ? (
        <>
          <SectionRule
            id="link"
            title="The person's private link"
            lede="With it they choose how and when to be paid, change their mind until it is paid, and say whether it has come. They need no account."
          >
            <form method="post">
              <input type="hidden" name="intent" value="link" />
              <Button variant="second">Make a private link</Button>
            </form>
          </SectionRule>
          <SectionRule
            id="choice"
            title="Note their choice"
            lede="When the person told you in another way. It is recorded as theirs, and theirs to change until it is paid."
          >
            <Form errors={choosing?.errors}>
              <input type="hidden" name="intent" value="choice" />
              <ChoiceFields reply={choosing} offer={offer} label="What the person chose" />
              <Button variant="second">Note the choice</Button>
            </Form>
          </SectionRule>
        </>
      ) : null}
    </>
  );
}
