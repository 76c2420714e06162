import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { parityOf } from "#app/domain/remuneration/ledger.ts";
import { staffHourlyPence } from "#app/domain/remuneration/parity.ts";
import { StaffCostInput } from "#app/domain/remuneration/plan-inputs.ts";
import { roleAcrossCommunities } from "#app/domain/remuneration/same-role.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { addStaffCost, listStaffCosts } from "#db/pay-rate.server.ts";
import { FigureSentence } from "#app/ui/data/figure-sentence.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { RoleTables } from "#app/ui/pay/role-tables.tsx";
import { StaffForm } from "#app/ui/pay/staff-form.tsx";
import { StaffTable } from "#app/ui/pay/staff-table.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Staff parity – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [costs, ledger] = await Promise.all([listStaffCosts(scope), readLedger(scope)]);
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    day: today(),
    ratio: parityOf(ledger, today()),
    roles: roleAcrossCommunities(ledger.offers),
    costs: costs.map((cost) => ({ ...cost, hourlyPence: staffHourlyPence(cost) })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, StaffCostInput, async (cost) => {
    await addStaffCost(scope, cost);
    return redirectWithNotice(`/o/${params.organisation}/pay/staff`, "The cost of staff time is added.");
  });
});

export default function StaffPage() {
  const { costs, ratio, roles, mayEdit, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Staff parity"
        lede="What an hour of staff time costs you, beside what participants are offered for the same hour. Enter grades, never a person."
      />
      <PayTabs />
      {ratio === null ? (
        <p>The ratio needs at least one grade below and one offer.</p>
      ) : (
        <FigureSentence figure={`£${ratio.toFixed(2)}`}>
          of staff time for each £1 offered to a participant for the same hour. All time asked of participants
          counts, paid or not.
        </FigureSentence>
      )}
      <SectionRule id="grades" title="What staff time costs">
        <StaffTable costs={costs} />
        {mayEdit ? (
          <div className="no-print">
            <StaffForm reply={reply} day={day} />
          </div>
        ) : null}
      </SectionRule>
      <SectionRule
        id="communities"
        title="The same role in different communities"
        lede="Averages over 8 people or more. That two of them agree does not say that nobody was treated differently."
      >
        <RoleTables roles={roles} />
      </SectionRule>
    </>
  );
}
