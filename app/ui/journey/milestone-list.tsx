import type { MilestoneView } from "#app/domain/journey/commitment-view.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";

/** Dated steps inside a promise; nothing when there are none. */
export function MilestoneList({ milestones }: { milestones: readonly MilestoneView[] }) {
  if (milestones.length === 0) return null;
  return (
    <SectionRule id="milestones" title="Steps on the way">
      <DataTable
        caption="Milestones of this promise"
        captionHidden
        rows={[...milestones]}
        rowKey={(milestone) => milestone.id}
        columns={[
          { header: "Step", rowHeader: true, cell: (milestone) => milestone.title },
          { header: "Due", cell: (milestone) => formatDate(milestone.dueOn) },
          { header: "Reached", cell: reached },
        ]}
      />
    </SectionRule>
  );
}

function reached({ metOn, dropped }: MilestoneView): string {
  if (dropped) return "Given up";
  return metOn ? formatDate(metOn) : "Not yet";
}
