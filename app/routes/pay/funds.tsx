import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { FundTable } from "#app/ui/pay/fund-table.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { fundRows } from "./fund-rows.ts";

export const meta = () => [{ title: "Funds – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return { funds: fundRows(await listFunds(scope)), mayEdit: can(scope.role, "workspace.edit") };
});

export default function FundsPage() {
  const { funds, mayEdit } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay`;
  const add = mayEdit ? <ButtonLink href={`${base}/funds/new`}>Add a fund</ButtonLink> : null;
  return (
    <>
      <PageHeading
        title="Funds"
        lede="Money for people who take part: whose it is, for when, and what each line may pay for."
        actions={funds.length > 0 ? add : null}
      />
      <PayTabs />
      {funds.length === 0 ? (
        <EmptyState title="No fund yet" action={add}>
          <p>
            Ring-fenced money, a part of a project, a grant, or seed money that pays people before a bid is
            written.
          </p>
        </EmptyState>
      ) : (
        <FundTable funds={funds} base={base} />
      )}
    </>
  );
}
