import type { ComponentProps } from "react";
import { SectionRule } from "../page/section-rule.tsx";
import { MilestoneTable } from "./milestone-table.tsx";

type Props = Pick<ComponentProps<typeof MilestoneTable>, "milestones" | "today"> & {
  base: string;
  mayEdit: boolean;
};

/** Steps on the way, and the way to their own page. */
export function MilestonesSection({ milestones, today, base, mayEdit }: Props) {
  return (
    <SectionRule id="milestones" title="Milestones">
      <MilestoneTable milestones={milestones} today={today} />
      {mayEdit ? (
        <p>
          <a href={`${base}/milestones`}>Add or change milestones</a>
        </p>
      ) : null}
    </SectionRule>
  );
}
