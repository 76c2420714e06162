import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { formVersion, optionalWords } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { OfferInput, offerFrom } from "#app/domain/remuneration/offer-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { changeOffer } from "#db/offer-correction.server.ts";
import { requireOffer } from "#db/pay.server.ts";
import { listBids } from "#db/bid.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { OfferFacts } from "#app/ui/pay/offer-facts.tsx";
import { OfferFields } from "#app/ui/pay/offer-fields.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lineOptions } from "./fund-rows.ts";

const Change = OfferInput.safeExtend({ version: formVersion, reason: optionalWords(2000) });

export const meta = () => [{ title: "Change an offer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [{ offer, payments }, sheets, bids] = await Promise.all([
    requireOffer(scope, params.id ?? ""),
    listFunds(scope),
    listBids(scope),
  ]);
  return {
    offer,
    paid: payments.reduce((sum, { amountPence }) => sum + amountPence, 0) !== 0,
    day: today(),
    lines: lineOptions(sheets),
    bids: bids.map(({ id, title }) => ({ value: id, label: title })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async ({ version, reason, bidId = null, ...input }) => {
    const { choice: _choice, agreedFeePence: _fee, ...terms } = offerFrom(input);
    const { askedAgain } = await changeOffer(scope, id, version, { ...terms, bidId }, reason, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/offers/${id}`,
      askedAgain
        ? "The offer is changed. The person had agreed to the one before, so they are asked again."
        : "The offer is changed. What it said before is kept below.",
    );
  });
});

export default function EditOfferPage() {
  const { offer, paid, lines, bids, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const here = `/o/${organisation}/pay/offers/${offer.id}`;
  const closed = paid
    ? "Something has been paid on this offer, so its terms can no longer change. Take the payment back first, or make another offer."
    : offer.withdrawnOn
      ? "This offer has been withdrawn. Make another one."
      : undefined;
  return (
    <>
      <Breadcrumbs items={[{ label: `Offer to ${offer.reference}`, href: here }]} />
      <PageHeading
        title="Change the offer"
        lede="Until it is paid an offer can be put right. What it said before stays to be read, by the person too."
      />
      <PayTabs />
      {closed ? (
        <>
          <StaleErrors reply={reply} />
          <Notice kind="info">
            <p>{closed}</p>
          </Notice>
        </>
      ) : (
        <Form errors={reply?.errors}>
          {reply?.theirs !== undefined ? (
            <SectionRule
              id="both-versions"
              title="Two versions"
              lede="The offer as it stands now. Yours is still in the form: what you save goes on top."
            >
              <OfferFacts offer={offer} />
            </SectionRule>
          ) : null}
          <HiddenVersion version={versionOf(reply, offer.version)} />
          <OfferFields reply={reply} lines={lines} bids={bids} day={day} stored={offer} />
          <TextArea
            {...fieldOf(reply)("reason")}
            label="Why it changes"
            hint={
              offer.choice
                ? "The person has agreed to this offer and reads your reason. If their terms change, they are asked again."
                : "If you like. The person reads it."
            }
            rows={2}
            required={offer.choice !== null}
          />
          <SaveBar note="What it said before is kept.">
            <Button>Save the offer</Button>
            <ButtonLink href={here} variant="quiet">
              Cancel
            </ButtonLink>
          </SaveBar>
        </Form>
      )}
    </>
  );
}
