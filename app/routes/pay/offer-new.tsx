import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { OfferInput, offerFrom } from "#app/domain/remuneration/offer-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { listBids } from "#db/bid.server.ts";
import { listRates } from "#db/pay-rate.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { OfferFields } from "#app/ui/pay/offer-fields.tsx";
import { NoLineYet } from "#app/ui/pay/no-line-yet.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { RateCard } from "#app/ui/pay/rate-card.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { lineOptions } from "./fund-rows.ts";

export const meta = () => [{ title: "Make an offer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [sheets, bids, rates] = await Promise.all([listFunds(scope), listBids(scope), listRates(scope)]);
  const day = today();
  return {
    day,
    lines: lineOptions(sheets),
    bids: bids.map(({ id, title }) => ({ value: id, label: title })),
    rates: rates
      .filter(({ kind, from, until }) => kind === "own" && from <= day && (until ?? day) >= day)
      .map(({ id, title, role, activity, pencePerHour }) => ({ id, title, role, activity, pencePerHour })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, OfferInput, async (input) => {
    const id = await makeOffer(scope, offerFrom(input), input.bidId ?? null, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/offers/${id}`,
      "The offer is recorded. Give the person their private link, so that they can choose.",
    );
  });
});

export default function NewOfferPage() {
  const { lines, bids, rates, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Make an offer"
        lede="One person, one day. All the time you ask for counts: preparation, travel and rest as well as the meeting."
      />
      <PayTabs />
      {lines.length === 0 ? (
        <NoLineYet />
      ) : (
        <div className="stack-wide">
          <RateCard rates={rates} href={`/o/${organisation}/pay/rates`} />
          <Form errors={reply?.errors}>
            <OfferFields reply={reply} lines={lines} bids={bids} day={day} />
            <SaveBar note="No name, and no benefit that anybody receives, is stored.">
              <Button>Record the offer</Button>
              <ButtonLink href={`/o/${organisation}/pay/offers`} variant="quiet">
                Cancel
              </ButtonLink>
            </SaveBar>
          </Form>
        </div>
      )}
    </>
  );
}
