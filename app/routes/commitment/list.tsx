import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { recommendationReference, RecommendationKey } from "#app/domain/commitment/commitment-input.ts";
import { statuses } from "#app/domain/commitment/public.ts";
import { statusWords } from "#app/domain/commitment/transitions.ts";
import { findRecommendation } from "#app/domain/framework/framework.ts";
import { foldJourney } from "#app/domain/journey/journey.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { commitmentsPerPage, listCommitments } from "#db/commitment-list.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { readState } from "#db/record.server.ts";
import { CommitmentTable } from "#app/ui/commitment/commitment-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { FilterBar } from "#app/ui/data/filter-bar.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { laneOf } from "#app/ui/journey/lane-of.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { recommendationOptions } from "#app/ui/commitment/recommendation-options.ts";

export const meta = () => [{ title: "Commitments – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const query = new URL(request.url).searchParams;
  const asked = query.get("status") ?? "";
  const status = statuses.find((one) => one === asked);
  const recommendation = RecommendationKey.safeParse(query.get("recommendation")).data;
  const afterId = query.get("after");
  const after = afterId ? await requireCommitment(scope, afterId) : undefined;
  const day = today();
  const filter = { status, recommendation, overdueOn: asked === "overdue" ? day : undefined };
  const [found, frameworks, record] = await Promise.all([
    listCommitments(scope, filter, after),
    listFrameworks(scope),
    readState(organisation.slug),
  ]);
  const commitments = found.slice(0, commitmentsPerPage);
  const last = commitments.at(-1);
  return {
    commitments: commitments.map(({ id, title, status: now, dueOn, answerable, recommendations }) => ({
      id,
      title,
      status: now,
      dueOn,
      answerable,
      recommendations: recommendations.flatMap(
        (key) => findRecommendation(frameworks, recommendationReference(key))?.title ?? [],
      ),
    })),
    filter: { status: status ?? (asked === "overdue" ? asked : ""), recommendation: recommendation ?? "" },
    options: recommendationOptions(frameworks),
    next: last && found.length > commitmentsPerPage ? nextPage(query, last.id) : undefined,
    threads: (foldJourney(record, day)?.lanes ?? [])
      .filter(({ commitment }) => commitments.some(({ id }) => id === commitment.id))
      .map((lane) => laneOf(lane, `/o/${organisation.slug}`, organisation.name)),
    mayEdit: can(scope.role, "workspace.edit"),
    day,
  };
});

function nextPage(query: URLSearchParams, id: string): string {
  const next = new URLSearchParams(query);
  next.set("after", id);
  return `?${next}`;
}

export default function CommitmentsPage() {
  const { commitments, filter, options, next, threads, mayEdit, day } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}`;
  const filtered = filter.status !== "" || filter.recommendation !== "";
  const start = mayEdit ? (
    <>
      <ButtonLink href={`${base}/recommendations`}>Adopt a recommendation</ButtonLink>
      <ButtonLink href={`${base}/commitments/new`} variant="second">
        Write one of your own
      </ButtonLink>
    </>
  ) : null;
  if (commitments.length === 0 && !filtered)
    return (
      <>
        <PageHeading title="Commitments" />
        <EmptyState title="Nothing has been promised yet" action={start}>
          <p>
            A commitment is a promise with a date, somebody who answers for it and a way to know that it is
            kept. Begin with one recommendation.
          </p>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title="Commitments" lede="What you have promised, soonest due first." actions={start} />
      <FilterBar label="Find commitments" clear={filtered ? `${base}/commitments` : undefined}>
        <SelectField
          name="status"
          label="Status"
          options={[
            { value: "overdue", label: "Overdue" },
            ...statuses.map((value) => ({ value, label: statusWords[value] })),
          ]}
          empty="Any"
          defaultValue={filter.status}
          required
        />
        <SelectField
          name="recommendation"
          label="Recommendation"
          options={options.map(({ value, label }) => ({ value, label }))}
          empty="Any"
          defaultValue={filter.recommendation}
          required
        />
      </FilterBar>
      {commitments.length === 0 ? (
        <p>No commitment fits. Clear the filters to see them all.</p>
      ) : (
        <CommitmentTable
          commitments={commitments}
          threads={threads}
          base={`${base}/commitments`}
          today={day}
        />
      )}
      {next ? (
        <nav className="pager" aria-label="More commitments">
          <a href={next} rel="next">
            Due later →
          </a>
        </nav>
      ) : null}
    </>
  );
}
