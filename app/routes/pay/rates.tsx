import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { RateInput } from "#app/domain/remuneration/plan-inputs.ts";
import type { Rate } from "#app/domain/remuneration/rate.ts";
import { placeOf } from "#app/domain/remuneration/plan-export.ts";
import { floorsDue } from "#app/domain/remuneration/floor-due.ts";
import { floorPages } from "#app/domain/remuneration/wage-floors.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { addRate, listRates } from "#db/pay-rate.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { formatPence, formatShortDate } from "#app/ui/format.ts";
import { RateForm } from "#app/ui/pay/rate-form.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Rates – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const rates = await listRates(scope);
  return { rates, due: floorsDue(rates, today()), mayEdit: can(scope.role, "workspace.edit") };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, RateInput, async ({ until = null, ...rate }) => {
    await addRate(scope, { ...rate, until });
    return redirectWithNotice(`/o/${params.organisation}/pay/rates`, "The rate is added.");
  });
});

export default function RatesPage() {
  const { rates, due, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const of = (...kinds: Rate["kind"][]) => rates.filter(({ kind }) => kinds.includes(kind));
  return (
    <>
      <PageHeading
        title="Rates"
        lede="Every rate has a first day and a source. A rate of one year is never used for the next by itself."
      />
      <PayTabs />
      <SectionRule id="own" title="Our rate card">
        <RateTable
          rates={of("own")}
          caption="What we pay, by role and activity"
          none="No rate of your own yet."
        />
      </SectionRule>
      <SectionRule id="comparators" title="What others pay">
        <RateTable
          rates={of("comparator")}
          caption="Rates to compare with"
          none="No rate to compare with yet."
        />
      </SectionRule>
      <SectionRule
        id="floors"
        title="Wage floors"
        lede="Each offer is checked against the real Living Wage of its place and day, over all the time asked for. The National Living Wage is the law for people of 21 and over who are employed, or count as workers. Most people who take part are neither, so it is named beside the other where an offer is below it."
      >
        {due.map(({ kind, sentence }) => (
          <Notice key={kind} kind="info">
            <p>
              {sentence} <a href={floorPages[kind]}>Where it is published</a>
            </p>
          </Notice>
        ))}
        <RateTable
          rates={of("real-living-wage", "national-living-wage")}
          caption="Published wage floors"
          none=""
        />
      </SectionRule>
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="add" title="Add a rate">
            <RateForm reply={reply} />
          </SectionRule>
        </div>
      ) : null}
    </>
  );
}

function RateTable({ rates, caption, none }: { rates: Rate[]; caption: string; none: string }) {
  if (rates.length === 0) return <p>{none}</p>;
  return (
    <DataTable
      caption={caption}
      rows={rates}
      rowKey={(rate) => rate.id}
      columns={[
        { header: "Rate", rowHeader: true, cell: (rate) => rate.title },
        { header: "Where", cell: placeOf },
        {
          header: "For",
          cell: (rate) => [rate.role, rate.activity].filter(Boolean).join(", ") || "Any role",
        },
        { header: "From", cell: (rate) => formatShortDate(rate.from) },
        { header: "Until", cell: (rate) => (rate.until ? formatShortDate(rate.until) : "Still in force") },
        { header: "Source", cell: (rate) => rate.source },
        { header: "An hour", numeric: true, cell: (rate) => formatPence(rate.pencePerHour) },
      ]}
    />
  );
}
