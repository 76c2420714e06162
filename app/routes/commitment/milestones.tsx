import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { MilestoneInput } from "#app/domain/commitment/work-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { addMilestone, listMilestones, requireMilestone, reviseMilestone } from "#db/milestone.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { MilestoneForm } from "#app/ui/commitment/milestone-form.tsx";
import { MilestoneTable } from "#app/ui/commitment/milestone-table.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Change = MilestoneInput.safeExtend({
  milestone: z.uuid().optional(),
  version: z.int().optional(),
});

export const meta = () => [{ title: "Milestones – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const id = params.id ?? "";
  const [commitment, milestones] = await Promise.all([
    requireCommitment(scope, id),
    listMilestones(scope, id),
  ]);
  const wanted = new URL(request.url).searchParams.get("milestone");
  return {
    title: commitment.title,
    dueOn: commitment.dueOn,
    milestones,
    changing: wanted ? await requireMilestone(scope, id, wanted) : undefined,
    mayEdit: can(scope.role, "workspace.edit"),
    day: today(),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  const here = `/o/${params.organisation}/commitments/${id}/milestones`;
  return withForm(request, Change, async ({ milestone, version, ...input }) => {
    if (milestone === undefined) {
      await addMilestone(scope, id, input, today());
      return redirectWithNotice(here, "The milestone is added.");
    }
    await requireMilestone(scope, id, milestone);
    await reviseMilestone(scope, milestone, version ?? 0, input, today());
    return redirectWithNotice(here, "The milestone is changed.");
  });
});

export default function MilestonesPage() {
  const { title, dueOn, milestones, changing, mayEdit, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  const here = `${base}/milestones`;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading title="Milestones" lede="Dated steps on the way, so that a late start shows early." />
      <MilestoneTable milestones={milestones} today={day} change={mayEdit ? here : undefined} />
      {mayEdit ? (
        <SectionRule id="milestone" title={changing ? "Change a milestone" : "Add a milestone"}>
          <MilestoneForm
            key={changing?.id ?? "new"}
            reply={reply}
            changing={changing}
            dueOn={dueOn}
            day={day}
            cancel={here}
          />
        </SectionRule>
      ) : null}
    </>
  );
}
