import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { TurnoutInput } from "#app/domain/remuneration/plan-inputs.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { listTurnouts, noteTurnout } from "#db/turnout.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { formatShortDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { NumberField } from "#app/ui/forms/number-field.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Turnouts – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [turnouts, { offers }] = await Promise.all([listTurnouts(scope), readLedger(scope)]);
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    day: today(),
    turnouts: turnouts.map(({ id, heldOn, title, tookPart }) => ({
      id,
      heldOn,
      title,
      tookPart,
      offeredThatDay: new Set(
        offers.filter((offer) => offer.heldOn === heldOn).map(({ reference }) => reference),
      ).size,
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, TurnoutInput, async (turnout) => {
    await noteTurnout(scope, turnout, today());
    return redirectWithNotice(`/o/${params.organisation}/pay/turnouts`, "The turnout is noted.");
  });
});

export default function TurnoutsPage() {
  const { turnouts, mayEdit, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const field = fieldOf(reply);
  return (
    <>
      <PageHeading
        title="Turnouts"
        lede="How many took part, so that people who were never offered anything can be told from people who were and chose nothing."
      />
      <PayTabs />
      {turnouts.length === 0 ? (
        <p>No turnout yet.</p>
      ) : (
        <DataTable
          caption="Turnouts, newest first"
          rows={turnouts}
          rowKey={(turnout) => turnout.id}
          columns={[
            { header: "Session", rowHeader: true, cell: (turnout) => turnout.title },
            { header: "Day", cell: (turnout) => formatShortDate(turnout.heldOn) },
            { header: "Took part", numeric: true, cell: (turnout) => turnout.tookPart },
            { header: "Offered that day", numeric: true, cell: (turnout) => turnout.offeredThatDay },
          ]}
        />
      )}
      {mayEdit ? (
        <div className="no-print">
          <SectionRule
            id="note"
            title="Note a turnout"
            lede="The same session on the same day again puts its number right."
          >
            <Form errors={reply?.errors}>
              <TextField {...field("title")} label="Session or meeting" required />
              <DateField {...field("heldOn")} label="Day" max={day} required />
              <NumberField
                {...field("tookPart")}
                label="People who took part"
                hint="Not counting staff."
                whole
                required
              />
              <Button>Note it</Button>
            </Form>
          </SectionRule>
        </div>
      ) : null}
    </>
  );
}
