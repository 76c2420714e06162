import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import {
  CompletionInput,
  CourseForm,
  FacilitatorInput,
  PlanForm,
  SpendForm,
} from "#app/domain/training/training-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { addCourse, addFacilitator, findTraining, recordCompletion } from "#db/training.server.ts";
import { listBidChoices, listFundLines, planTraining, recordSpend } from "#db/training-money.server.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { CompletionForm } from "#app/ui/training/completion-form.tsx";
import { CourseFields } from "#app/ui/training/course-form.tsx";
import { FacilitatorForm } from "#app/ui/training/facilitator-form.tsx";
import { PlanFields, SpendFields } from "#app/ui/training/money-forms.tsx";

export const meta = () => [{ title: "Add to the training record – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { facilitators, courses, plans } = await findTraining(scope);
  return {
    facilitators: facilitators.filter(({ leftOn }) => !leftOn).map(({ id, label }) => ({ value: id, label })),
    courses: courses.map(({ id, title, provider }) => ({ value: id, label: `${title} (${provider})` })),
    plans: plans.map(({ plan }) => ({ value: plan.id, label: `${plan.title}, ${plan.project}` })),
    bids: (await listBidChoices(scope)).map(({ id, title, funder }) => ({
      value: id,
      label: `${title}, ${funder}`,
    })),
    lines: (await listFundLines(scope)).map(({ id, title, fund }) => ({
      value: id,
      label: `${title}, ${fund}`,
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const done = (sentence: string) => redirectWithNotice(`/o/${params.organisation}/training`, sentence);
  switch ((await readForm(request.clone())).get("intent")) {
    case "course":
      return withForm(request, CourseForm, async ({ cost, ...course }) => {
        await addCourse(scope, { ...course, costPence: cost });
        return done("The course is in the list.");
      });
    case "completion":
      return withForm(request, CompletionInput, async (completion) => {
        await recordCompletion(scope, completion, today());
        return done("Recorded. We ask what changed in practice after 3 and 12 months.");
      });
    case "plan":
      return withForm(request, PlanForm, async ({ planned, ...plan }) => {
        await planTraining(scope, { ...plan, plannedPence: planned });
        return done("The plan is recorded.");
      });
    case "spend":
      return withForm(request, SpendForm, async ({ amount, ...spend }) => {
        await recordSpend(scope, { ...spend, amountPence: amount }, today());
        return done("What was spent is recorded.");
      });
    default:
      return withForm(request, FacilitatorInput, async (facilitator) => {
        await addFacilitator(scope, facilitator);
        return done("The facilitator is in the list.");
      });
  }
});

export default function AddTrainingPage() {
  const { facilitators, courses, plans, bids, lines } = useLoaderData<typeof loader>();
  const sent = useActionData<FormReply>();
  const { organisation } = useParams();
  const replyTo = (intent: string) => ((sent?.values.intent ?? "facilitator") === intent ? sent : undefined);
  return (
    <>
      <Breadcrumbs items={[{ label: "Training", href: `/o/${organisation}/training` }]} />
      <PageHeading title="Add to the training record" />
      <SectionRule id="facilitator" title="A facilitator">
        <FacilitatorForm reply={replyTo("facilitator")} />
      </SectionRule>
      <SectionRule id="course" title="A course">
        <CourseFields reply={replyTo("course")} />
      </SectionRule>
      {facilitators.length > 0 && courses.length > 0 ? (
        <SectionRule id="completion" title="A course completed">
          <CompletionForm reply={replyTo("completion")} facilitators={facilitators} courses={courses} />
        </SectionRule>
      ) : null}
      <SectionRule id="plan" title="Money set aside">
        <PlanFields reply={replyTo("plan")} bids={bids} lines={lines} />
      </SectionRule>
      {plans.length > 0 ? (
        <SectionRule id="spend" title="Money spent">
          <SpendFields reply={replyTo("spend")} plans={plans} />
        </SectionRule>
      ) : null}
    </>
  );
}
