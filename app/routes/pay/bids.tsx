import { countOf } from "#app/domain/counted.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import { bidsWithLine, bidsWithSeedMoney, seedSpending } from "#app/domain/remuneration/bid.ts";
import { shapingPayments } from "#app/domain/remuneration/ledger.ts";
import { stageNames } from "#app/domain/remuneration/words.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { FigureSentence } from "#app/ui/data/figure-sentence.tsx";
import { formatPence } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Bids – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const ledger = await readLedger(scope);
  const shaping = shapingPayments(ledger);
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    lines: bidsWithLine(ledger.bids),
    shaped: bidsWithSeedMoney(ledger.bids, shaping).shaped,
    spent: seedSpending(ledger.bids, shaping),
    bids: ledger.bids.map((bid) => ({
      id: bid.id,
      title: bid.title,
      funder: bid.funder,
      stage: bid.stage,
      amountPence: bid.amountPence,
      coProductionPence: bid.coProductionPence,
      trainingPence: bid.trainingPence,
      whatChanged: bid.whatChanged,
      ...seedSpending(
        [bid],
        shaping.filter(({ bidId }) => bidId === bid.id),
      ),
    })),
  };
});

export default function BidsPage() {
  const { bids, lines, shaped, spent, mayEdit } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay/bids`;
  const changed = bids.filter(({ whatChanged }) => whatChanged !== "");
  const add = mayEdit ? <ButtonLink href={`${base}/new`}>Add a bid</ButtonLink> : null;
  return (
    <>
      <PageHeading
        title="Bids"
        lede="What is in each bid for co-production and for training, and who was paid to shape it while its question was still open."
        actions={bids.length > 0 ? add : null}
      />
      <PayTabs />
      {bids.length === 0 ? (
        <EmptyState title="No bid yet" action={add}>
          <p>
            Add a bid while it is still an idea: then people can be paid to shape it before its question is
            fixed.
          </p>
        </EmptyState>
      ) : (
        <div className="stack-wide">
          <FigureSentence figure={`${lines.withLine} of ${lines.of}`}>
            {`${lines.of === 1 ? "bid" : "bids"} past the idea stage ${payWord(lines.withLine)} participants, and ${lines.withTraining} ${payWord(lines.withTraining)} for training.`}
          </FigureSentence>
          <FigureSentence figure={shaped}>
            {`of them shaped by paid people while the question was open: ${formatPence(spent.before)} before it was fixed, ${formatPence(spent.after)} after.`}
          </FigureSentence>
          <DataTable
            caption={countOf(bids.length, "bid")}
            rows={bids}
            rowKey={(bid) => bid.id}
            columns={[
              {
                header: "Bid and funder",
                rowHeader: true,
                cell: (bid) => (
                  <>
                    <a href={`${base}/${bid.id}`}>{bid.title}</a>
                    <br />
                    <span className="soft">{bid.funder}</span>
                  </>
                ),
              },
              { header: "Stage", cell: (bid) => stageNames[bid.stage] },
              { header: "Asks for", numeric: true, cell: (bid) => formatPence(bid.amountPence) },
              { header: "Co-production", numeric: true, cell: (bid) => formatPence(bid.coProductionPence) },
              { header: "Training", numeric: true, cell: (bid) => formatPence(bid.trainingPence) },
              { header: "Paid before fixed", numeric: true, cell: (bid) => formatPence(bid.before) },
              { header: "Paid after", numeric: true, cell: (bid) => formatPence(bid.after) },
            ]}
          />
          {changed.length > 0 ? (
            <SectionRule id="changed" title="What early involvement changed" rule="quiet">
              <DefinitionList
                items={changed.map(({ title, whatChanged }) => ({ term: title, value: whatChanged }))}
              />
            </SectionRule>
          ) : null}
        </div>
      )}
    </>
  );
}

function payWord(bids: number): string {
  return bids === 1 ? "pays" : "pay";
}
