import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { formVersion } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { BidInput } from "#app/domain/remuneration/plan-inputs.ts";
import { shapersOf } from "#app/domain/remuneration/shapers.ts";
import { stageNames } from "#app/domain/remuneration/words.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { requireBid, saveBid } from "#db/bid.server.ts";
import { listPlansOf } from "#db/training-money.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { TwoVersions } from "#app/ui/commitment/two-versions.tsx";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { formatDate, formatPence } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { BidFields } from "#app/ui/pay/bid-fields.tsx";
import { inPounds } from "#app/ui/pay/field-of.ts";
import { ShaperTable } from "#app/ui/pay/shaper-table.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { TrainingPaidFrom } from "#app/ui/training/training-paid-from.tsx";
import { bidFrom } from "./bid-from.ts";

const Change = BidInput.safeExtend({ version: formVersion });

export const meta = () => [{ title: "Bid – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [bid, ledger] = await Promise.all([requireBid(scope, params.id ?? ""), readLedger(scope)]);
  return {
    bid,
    shapers: shapersOf(bid, ledger),
    training: await listPlansOf(scope, { bidId: bid.id }),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async ({ version, ...input }) => {
    await saveBid(scope, bidFrom(input), { id, version });
    return redirectWithNotice(`/o/${params.organisation}/pay/bids`, "The bid is saved.");
  });
});

export default function BidPage() {
  const { bid, shapers, training, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const date = (day: string | null) => (day ? formatDate(day) : "Not yet");
  return (
    <>
      <PageHeading title={bid.title} />
      <PayTabs />
      {mayEdit ? (
        <Form errors={reply?.errors}>
          <TwoVersions
            reply={reply}
            fields={[
              { label: "Name", name: "title", stored: bid.title },
              { label: "Funder", name: "funder", stored: bid.funder },
              { label: "Stage", name: "stage", stored: bid.stage },
              { label: "Asks for", name: "amountPence", stored: inPounds(bid.amountPence) ?? null },
              {
                label: "To pay participants",
                name: "coProductionPence",
                stored: inPounds(bid.coProductionPence) ?? null,
              },
              { label: "For training", name: "trainingPence", stored: inPounds(bid.trainingPence) ?? null },
              { label: "Question fixed on", name: "questionFixedOn", stored: bid.questionFixedOn },
              { label: "Submitted on", name: "submittedOn", stored: bid.submittedOn },
              { label: "What changed", name: "whatChanged", stored: bid.whatChanged },
            ]}
          />
          <HiddenVersion version={versionOf(reply, bid.version)} />
          <BidFields reply={reply} stored={bid} />
          <Button>Save the bid</Button>
        </Form>
      ) : (
        <DefinitionList
          items={[
            { term: "Funder", value: bid.funder },
            { term: "Stage", value: stageNames[bid.stage] },
            { term: "Asks for", value: formatPence(bid.amountPence) },
            { term: "Of it to pay participants", value: formatPence(bid.coProductionPence) },
            { term: "Of it for training", value: formatPence(bid.trainingPence) },
            { term: "Question fixed on", value: date(bid.questionFixedOn) },
            { term: "Submitted on", value: date(bid.submittedOn) },
            { term: "What early involvement changed", value: bid.whatChanged },
          ]}
        />
      )}
      <SectionRule
        id="shapers"
        title="Who was paid to shape it"
        lede="By their references. Only before the question is fixed can people change what is asked."
      >
        <ShaperTable shapers={shapers} base={`/o/${organisation}/pay/offers`} />
      </SectionRule>
      <TrainingPaidFrom plans={training} training={`/o/${organisation}/training`} />
    </>
  );
}
