import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import { OverspendInput } from "#app/domain/remuneration/fund-input.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { allowOverspend } from "#db/fund-decision.server.ts";
import { requireFund } from "#db/remuneration.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { DecisionFields } from "#app/ui/pay/decision-fields.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Allow an overspend – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "organisation.manage");
  const { fund, lines } = await requireFund(scope, params.id ?? "");
  return { title: fund.title, lines: lines.map(({ id, title }) => ({ id, title })), day: today() };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "organisation.manage");
  const fundId = params.id ?? "";
  return withForm(request, OverspendInput, async (decision) => {
    await allowOverspend(scope, fundId, decision, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/funds/${fundId}`,
      "The decision to overspend is kept, with its reason.",
    );
  });
});

export default function OverspendPage() {
  const { title, lines, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const field = fieldOf(reply);
  return (
    <>
      <Breadcrumbs items={[{ label: title, href: `/o/${organisation}/pay/funds/${id}` }]} />
      <PageHeading
        title="Allow an overspend"
        lede="A line may go over only by a decision of an owner, up to an amount, and with a reason that stays in the books."
      />
      <PayTabs />
      <Form errors={reply?.errors}>
        <SelectField
          {...field("lineId")}
          label="Line that may go over"
          options={lines.map((line) => ({ value: line.id, label: line.title }))}
          empty="Choose"
          required
        />
        <DecisionFields reply={reply} amount={{ name: "overByPence", label: "By up to" }} day={day} />
        <Button>Allow it</Button>
      </Form>
    </>
  );
}
