import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import { offeredFee } from "#app/domain/remuneration/offer.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listOffers } from "#db/pay-ledger.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { formatPence, formatShortDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { choiceWords } from "#app/ui/pay/choice-words.ts";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { keysetIn, keysetOf, PAGE } from "./keyset.ts";

export const meta = () => [{ title: "Offers – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const after = keysetIn(request);
  const rows = await listOffers(scope, after, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    first: after === undefined,
    older: last ? keysetOf(last.heldOn, last.id) : undefined,
    offers: shown.map((offer) => ({
      id: offer.id,
      reference: offer.reference,
      role: offer.role,
      heldOn: offer.heldOn,
      feePence: offeredFee(offer),
      expensesPence: offer.expensesPence,
      choice: offer.choice,
      withdrawn: offer.withdrawnOn !== null,
      promisedBy: offer.promisedBy,
    })),
  };
});

export default function OffersPage() {
  const { offers, mayEdit, first, older } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay/offers`;
  const add = mayEdit ? <ButtonLink href={`${base}/new`}>Make an offer</ButtonLink> : null;
  return (
    <>
      <PageHeading
        title="Offers"
        lede="What each person was offered for their time, and what they chose. A reference stands for the person."
        actions={offers.length > 0 ? add : null}
      />
      <PayTabs />
      {offers.length === 0 && first ? (
        <EmptyState title="No offer yet" action={add}>
          <p>An offer says what time is asked for, what it pays, and by when. Then the person chooses.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Offers, newest first"
          rows={offers}
          rowKey={(offer) => offer.id}
          columns={[
            {
              header: "Person",
              rowHeader: true,
              cell: (offer) => <a href={`${base}/${offer.id}`}>{offer.reference}</a>,
            },
            { header: "Role", cell: (offer) => offer.role },
            { header: "Takes part on", cell: (offer) => formatShortDate(offer.heldOn) },
            { header: "Fee", numeric: true, cell: (offer) => formatPence(offer.feePence) },
            { header: "Expenses", numeric: true, cell: (offer) => formatPence(offer.expensesPence) },
            {
              header: "Their choice",
              cell: (offer) => (offer.withdrawn ? "Withdrawn by us" : choiceWords(offer.choice)),
            },
            { header: "Promised by", cell: (offer) => formatShortDate(offer.promisedBy) },
          ]}
        />
      )}
      <Pager
        newer={first ? undefined : base}
        older={older ? `${base}?after=${older}` : undefined}
        of="offers"
      />
    </>
  );
}
