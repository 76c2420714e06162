import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { floorsDue } from "#app/domain/remuneration/floor-due.ts";
import { checkOffer, expensesNotPaid, paidMore } from "#app/domain/remuneration/check-offer.ts";
import { ChoiceInput } from "#app/domain/remuneration/offer-input.ts";
import { addDays, londonDay } from "#app/domain/dates/days.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { closePayLink, findPayLink, issuePayLink, noteChoice } from "#db/pay-link.server.ts";
import { requireOffer } from "#db/pay.server.ts";
import { listRates } from "#db/pay-rate.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { ChoiceFields } from "#app/ui/pay/choice-fields.tsx";
import { OfferFacts } from "#app/ui/pay/offer-facts.tsx";
import { OfferStory } from "#app/ui/pay/offer-story.tsx";
import { PaymentTable } from "#app/ui/pay/payment-table.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lineOptions } from "./fund-rows.ts";

// Long enough for a session some months off and its payment, and for saying afterwards that it has not come.
const LINK_DAYS = 180;
const DAYS_AFTER_PROMISE = 90;

const Change = z.discriminatedUnion("intent", [
  ChoiceInput.safeExtend({ intent: z.literal("choice") }),
  z.object({ intent: z.literal("link") }),
  z.object({ intent: z.literal("no-link") }),
]);

export const meta = () => [{ title: "Offer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [{ offer, payments, events }, rates, link, sheets] = await Promise.all([
    requireOffer(scope, params.id ?? ""),
    listRates(scope),
    findPayLink(scope, params.id ?? ""),
    listFunds(scope),
  ]);
  const mayEdit = can(scope.role, "workspace.edit");
  const paid = payments.reduce((sum, { amountPence }) => sum + amountPence, 0) !== 0;
  return {
    offer,
    payments,
    events: events.map(({ kind, saidBy, was, now, reason, happenedOn }) => ({
      kind,
      saidBy,
      was,
      now,
      reason,
      happenedOn,
    })),
    lineNames: Object.fromEntries(lineOptions(sheets).map(({ value, label }) => [value, label])),
    link: link && { until: londonDay(link.expiresAt.toISOString()), used: link.usedAt !== null },
    findings: offer.withdrawnOn
      ? []
      : [
          ...checkOffer(offer, payments, rates, today()),
          ...expensesNotPaid(offer, payments, today()),
          ...paidMore(offer, payments),
          // Only the floor that this offer is held against, and only where it is for a day of the new year.
          ...floorsDue(rates, offer.heldOn).filter(({ kind }) => kind === "real-living-wage"),
        ].map(({ sentence }) => sentence),
    mayEdit: mayEdit && !offer.withdrawnOn,
    mayChange: mayEdit && !offer.withdrawnOn && !paid,
  };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async (change) => {
    if (change.intent === "link") {
      const { offer } = await requireOffer(scope, id);
      const last = [addDays(today(), LINK_DAYS), addDays(offer.promisedBy, DAYS_AFTER_PROMISE)].sort().at(-1);
      const expires = new Date(`${last}T23:59:59Z`);
      const token = await issuePayLink(scope, id, expires);
      return data<FormReply>({
        values: { link: `${context.publicUrl}/agree-pay/${token}` },
        errors: {},
      });
    }
    if (change.intent === "no-link") {
      await closePayLink(scope, id);
      return redirectWithNotice(`/o/${params.organisation}/pay/offers/${id}`, "The link is switched off.");
    }
    const { choice, agreedFeePence = null, timing } = change;
    await noteChoice(scope, id, { choice, agreedFeePence, timing, on: today() });
    return redirectWithNotice(
      `/o/${params.organisation}/pay/offers/${id}`,
      "Noted as the person's own choice.",
    );
  });
});

export default function OfferPage() {
  const {
    offer,
    payments,
    events,
    lineNames,
    link: given,
    findings,
    mayEdit,
    mayChange,
  } = useLoaderData<typeof loader>();
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
            <>
              <ButtonLink href={`${base}/payments?offer=${offer.id}`} variant="second">
                Record a payment
              </ButtonLink>
              {mayChange ? (
                <>
                  <ButtonLink href={`${base}/offers/${offer.id}/edit`} variant="quiet">
                    Change the offer
                  </ButtonLink>
                  <ButtonLink href={`${base}/offers/${offer.id}/withdraw`} variant="quiet">
                    Withdraw it
                  </ButtonLink>
                </>
              ) : null}
            </>
          ) : null
        }
      />
      <PayTabs />
      {offer.withdrawnOn ? (
        <Notice kind="info">
          <p>This offer was withdrawn on {formatDate(offer.withdrawnOn)}. It counts nowhere.</p>
        </Notice>
      ) : null}
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
      {events.length > 0 ? (
        <SectionRule
          id="story"
          title="What became of it"
          lede="Changes, choices and what the person said. Nothing here can be edited or removed."
          rule="quiet"
        >
          <OfferStory events={events} lines={lineNames} />
        </SectionRule>
      ) : null}
      {mayEdit ? (
        <div className="no-print">
          <SectionRule
            id="link"
            title="The person's private link"
            lede="With it they choose how and when to be paid, change their mind until it is paid, and say whether it has come. They need no account."
          >
            {given ? (
              <p>
                The person has a link until {formatDate(given.until)}
                {given.used ? " and has used it." : ". They have not used it yet."}
              </p>
            ) : null}
            <form method="post" className="row">
              <Button name="intent" value="link" variant="second">
                {given ? "Make a new private link" : "Make a private link"}
              </Button>
              {given ? (
                <Button name="intent" value="no-link" variant="quiet">
                  Switch the link off
                </Button>
              ) : null}
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
        </div>
      ) : null}
    </>
  );
}
