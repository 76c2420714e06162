import { DataTable } from "../data/data-table.tsx";
import { formatPence, formatShortDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";

type Plan = { id: string; title: string; plannedBy: string; plannedPence: number; spentPence: number };

/** Training that a bid or a fund is to pay for. Nothing where none is planned. */
export function TrainingPaidFrom({ plans, training }: { plans: readonly Plan[]; training: string }) {
  if (plans.length === 0) return null;
  const sum = (of: (plan: Plan) => number) => formatPence(plans.reduce((total, plan) => total + of(plan), 0));
  return (
    <SectionRule
      id="training"
      title="Training planned from it"
      lede={`${sum((one) => one.spentPence)} spent of ${sum((one) => one.plannedPence)} planned. It is kept under Training, and stands in no other figure of this page.`}
    >
      <DataTable
        caption="Training plans"
        captionHidden
        rows={[...plans]}
        rowKey={(one) => one.id}
        columns={[
          { header: "Plan", rowHeader: true, cell: (one) => <a href={`${training}#plans`}>{one.title}</a> },
          { header: "By", cell: (one) => formatShortDate(one.plannedBy) },
          { header: "Planned", numeric: true, cell: (one) => formatPence(one.plannedPence) },
          { header: "Spent", numeric: true, cell: (one) => formatPence(one.spentPence) },
        ]}
      />
    </SectionRule>
  );
}
