import { countOf } from "#app/domain/counted.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { addMonths } from "#app/domain/dates/days.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { currentTopics, lapses, projectCoverage } from "#app/domain/training/coverage.ts";
import { ledByTrained } from "#app/domain/training/sessions-led.ts";
import { topicNames } from "#app/domain/training/training-input.ts";
import { listPrompts } from "#app/domain/training/training.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { findTraining } from "#db/training.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatPence, formatShortDate, londonDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SummaryFigures, type SummaryFigure } from "#app/ui/page/summary-figures.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { CoverageChart } from "#app/ui/training/coverage-chart.tsx";

export const meta = () => [{ title: "Training – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { facilitators, courses, completions, led, plans } = await findTraining(scope);
  const day = today();
  const names = new Map(facilitators.map(({ id, label }) => [id, label]));
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  const here = new Set(facilitators.filter(({ leftOn }) => !leftOn || leftOn > day).map(({ id }) => id));
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    facilitators: facilitators.map((one) => ({
      ...one,
      topics: [...currentTopics(one, courses, completions, day)].map((topic) => topicNames[topic]),
      led: led.filter(
        ({ facilitatorId, status, startsAt }) =>
          facilitatorId === one.id && status !== "called-off" && londonDate(startsAt) <= day,
      ).length,
    })),
    ledByTrained: ledByTrained(
      led
        .filter(({ status }) => status !== "called-off")
        .map(({ facilitatorId, sessionId, startsAt }) => ({
          facilitatorId,
          sessionId,
          heldOn: londonDate(startsAt),
        })),
      courses,
      completions,
      day,
    ),
    months: projectCoverage(facilitators, courses, completions, day, 12),
    lapses: lapses(courses, completions, day, addMonths(day, 12))
      .filter(({ facilitatorId }) => here.has(facilitatorId))
      .map((lapse) => ({
        ...lapse,
        who: names.get(lapse.facilitatorId)!,
        course: titles.get(lapse.courseId)!,
      })),
    prompts: listPrompts(facilitators, completions, day).map((one) => ({
      key: `${one.completionId} ${one.askedFor}`,
      facilitatorId: one.facilitatorId,
      who: names.get(one.facilitatorId)!,
      course: titles.get(one.courseId)!,
      since: one.dueOn,
    })),
    courses,
    plans: plans.map(({ plan, line, fund, spentPence }) => ({ ...plan, line, fund, spentPence })),
  };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function figuresOf({ months, ledByTrained: led, plans, prompts }: Data): SummaryFigure[] {
  const racism = months[0]?.coverage.find(({ topic }) => topic === "racism");
  const planned = plans.reduce((sum, { plannedPence }) => sum + plannedPence, 0);
  const spent = plans.reduce((sum, { spentPence }) => sum + spentPence, 0);
  return [
    {
      label: "In date on racism",
      value: racism?.current ?? 0,
      text: `of ${countOf(racism?.of ?? 0, "facilitator")} today`,
      href: "#facilitators",
    },
    {
      label: "Led by trained people",
      value: led.trained,
      text: `of ${countOf(led.of, "session")} in the last year, all in date on the day`,
    },
    {
      label: "Spent on training",
      value: formatPence(spent),
      text: planned > 0 ? `of ${formatPence(planned)} planned` : "and nothing planned yet",
      ...(plans.length > 0 ? { href: "#plans" } : {}),
    },
    {
      label: "What changed?",
      value: prompts.length,
      text: `${prompts.length === 1 ? "question waits" : "questions wait"} for an answer`,
      ...(prompts.length > 0 ? { href: "#prompts" } : {}),
    },
  ];
}

export default function TrainingPage() {
  const data = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/training`;
  const person = (id: string, label: string) => <a href={`${base}/facilitators/${id}`}>{label}</a>;
  return (
    <>
      <PageHeading
        title="Training"
        lede="Who can lead a session on racism, until when, and what their training changed. A course completed is a beginning: we ask again after 3 and 12 months."
        actions={
          data.mayEdit ? (
            <>
              <ButtonLink href={`${base}/add`}>Add to the training record</ButtonLink>
              <ButtonLink href={`/o/${organisation}/handout`} variant="second">
                Handout
              </ButtonLink>
            </>
          ) : null
        }
      />
      {data.facilitators.length === 0 ? (
        <EmptyState title="No facilitator yet">
          <p>
            Name those who lead sessions, your own staff and people the community recommends, and what they
            learned.
          </p>
        </EmptyState>
      ) : (
        <>
          <SummaryFigures figures={figuresOf(data)} />
          <CoverageChart months={data.months} />
          {data.prompts.length > 0 ? (
            <SectionRule id="prompts" title="What changed in practice?">
              <ul>
                {data.prompts.map((prompt) => (
                  <li key={prompt.key}>
                    {person(prompt.facilitatorId, prompt.who)}, {prompt.course}: asked since{" "}
                    {formatShortDate(prompt.since)}
                  </li>
                ))}
              </ul>
            </SectionRule>
          ) : null}
          <SectionRule id="facilitators" title="Facilitators">
            <DataTable
              caption="Facilitators"
              captionHidden
              rows={data.facilitators}
              rowKey={(one) => one.id}
              columns={[
                { header: "Facilitator", rowHeader: true, cell: (one) => person(one.id, one.label) },
                { header: "From", cell: (one) => (one.basis === "internal" ? "staff" : "outside") },
                { header: "In date on", cell: (one) => one.topics.join(", ") || "nothing" },
                { header: "Sessions led", numeric: true, cell: (one) => one.led },
                { header: "Left", cell: (one) => (one.leftOn ? formatShortDate(one.leftOn) : "no") },
              ]}
            />
          </SectionRule>
          <SectionRule id="lapses" title="What runs out in the next twelve months">
            {data.lapses.length === 0 ? (
              <p>Nothing.</p>
            ) : (
              <DataTable
                caption="Training that runs out"
                captionHidden
                rows={data.lapses}
                rowKey={(one) => `${one.facilitatorId} ${one.courseId}`}
                columns={[
                  { header: "Last day", rowHeader: true, cell: (one) => formatShortDate(one.on) },
                  { header: "Facilitator", cell: (one) => person(one.facilitatorId, one.who) },
                  { header: "Course", cell: (one) => one.course },
                ]}
              />
            )}
          </SectionRule>
        </>
      )}
      {data.courses.length > 0 ? (
        <SectionRule id="courses" title="Courses">
          <DataTable
            caption="Courses"
            captionHidden
            rows={data.courses}
            rowKey={(one) => one.id}
            columns={[
              { header: "Course", rowHeader: true, cell: (one) => `${one.title} (${one.provider})` },
              { header: "Covers", cell: (one) => one.topics.map((topic) => topicNames[topic]).join(", ") },
              { header: "Hours", numeric: true, cell: (one) => one.hours },
              { header: "Cost", numeric: true, cell: (one) => formatPence(one.costPence) },
              { header: "Designed by", cell: (one) => one.designedBy },
              {
                header: "Lived experience paid",
                cell: (one) => ({ yes: "yes", no: "no", "not-known": "not known" })[one.livedExperiencePaid],
              },
            ]}
          />
        </SectionRule>
      ) : null}
      {data.plans.length > 0 ? (
        <SectionRule
          id="plans"
          title="Money for training"
          lede="What was set aside, and what was spent of it."
        >
          <DataTable
            caption="Training plans with their money"
            captionHidden
            rows={data.plans}
            rowKey={(one) => one.id}
            columns={[
              { header: "Plan", rowHeader: true, cell: (one) => one.title },
              {
                header: "Bid or project",
                cell: (one) =>
                  one.bidId ? (
                    <a href={`/o/${organisation}/pay/bids/${one.bidId}`}>{one.project}</a>
                  ) : (
                    one.project
                  ),
              },
              {
                header: "Budget line",
                cell: (one) => (one.line ? `${one.line}, ${one.fund}` : "none named"),
              },
              { header: "By", cell: (one) => formatShortDate(one.plannedBy) },
              { header: "Planned", numeric: true, cell: (one) => formatPence(one.plannedPence) },
              { header: "Spent", numeric: true, cell: (one) => formatPence(one.spentPence) },
            ]}
          />
        </SectionRule>
      ) : null}
    </>
  );
}
