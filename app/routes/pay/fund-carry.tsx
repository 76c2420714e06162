import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { CarryInput } from "#app/domain/remuneration/fund-input.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { carryOver } from "#db/fund-decision.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatDate, formatPence } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { DecisionFields } from "#app/ui/pay/decision-fields.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Carry money over – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const sheets = await listFunds(scope);
  const here = sheets.find(({ fund }) => fund.id === params.id);
  if (!here) throw Refusal.notFound("fund");
  return {
    title: here.fund.title,
    unallocated: here.total.unallocated,
    restrictions: here.fund.restrictions,
    day: today(),
    later: sheets
      .filter(({ fund }) => fund.endsOn > here.fund.endsOn)
      .map(({ fund }) => ({ value: fund.id, label: `${fund.title}, until ${formatDate(fund.endsOn)}` })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const fundId = params.id ?? "";
  return withForm(request, CarryInput, async (carry) => {
    await carryOver(scope, fundId, carry, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/funds/${fundId}`,
      "The money is carried over, and the reason is kept with it.",
    );
  });
});

export default function CarryOverPage() {
  const { title, unallocated, restrictions, later, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/pay/funds`;
  const field = fieldOf(reply);
  return (
    <>
      <Breadcrumbs items={[{ label: title, href: `${base}/${id}` }]} />
      <PageHeading
        title="Carry money over"
        lede="What this fund has not spent can go on to a later one. It leaves this fund as it reaches the other, so that it is never counted twice."
      />
      <PayTabs />
      {later.length === 0 ? (
        <EmptyState
          title="No later fund yet"
          action={<ButtonLink href={`${base}/new`}>Add a fund</ButtonLink>}
        >
          <p>Money is carried over to a fund that ends later than this one. Add that fund first.</p>
        </EmptyState>
      ) : (
        <Form errors={reply?.errors}>
          <p>
            {formatPence(unallocated)} of this fund is in no line and can be carried over. What a line holds
            has to be moved out of it first.
          </p>
          {restrictions ? <p>What the funder asks of this money goes with it: “{restrictions}”</p> : null}
          <SelectField {...field("toFund")} label="To" options={later} empty="Choose" required />
          <DecisionFields
            reply={reply}
            amount={{ name: "amountPence", label: "Amount" }}
            day={day}
            whyHint="Such as who agreed that it may be kept."
          />
          <Button>Carry it over</Button>
        </Form>
      )}
    </>
  );
}
