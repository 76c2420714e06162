import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { MoveInput } from "#app/domain/remuneration/fund-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { moveMoney } from "#db/fund-decision.server.ts";
import { requireFund } from "#db/remuneration.server.ts";
import { formatPence } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { DecisionFields } from "#app/ui/pay/decision-fields.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Move money – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { fund, lines, positions, total } = await requireFund(scope, params.id ?? "");
  return {
    title: fund.title,
    unallocated: total.unallocated,
    lines: lines.map(({ id, title }) => ({ id, title, left: positions.get(id)!.left })),
    day: today(),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const fundId = params.id ?? "";
  return withForm(request, MoveInput, async ({ fromLine = null, toLine = null, ...move }) => {
    await moveMoney(scope, fundId, { fromLine, toLine, ...move }, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/funds/${fundId}`,
      "The money is moved, and the reason is kept.",
    );
  });
});

export default function MoveMoneyPage() {
  const { title, unallocated, lines, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const field = fieldOf(reply);
  const options = lines.map((line) => ({
    value: line.id,
    label: `${line.title} (${formatPence(line.left)} left)`,
  }));
  const none = `What no line holds (${formatPence(unallocated)})`;
  return (
    <>
      <Breadcrumbs items={[{ label: title, href: `/o/${organisation}/pay/funds/${id}` }]} />
      <PageHeading
        title="Move money"
        lede="The money was promised for something else. Moving it is a decision that stays in the books with its reason."
      />
      <PayTabs />
      <Form errors={reply?.errors}>
        <SelectField {...field("fromLine")} label="From" options={options} empty={none} required />
        <SelectField {...field("toLine")} label="To" options={options} empty={none} required />
        <DecisionFields
          reply={reply}
          amount={{ name: "amountPence", label: "Amount" }}
          day={day}
          whyHint="Say what changed, in a sentence."
        />
        <Button>Move the money</Button>
      </Form>
    </>
  );
}
