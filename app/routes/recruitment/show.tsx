import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import type { Benchmark } from "#app/domain/recruitment/benchmark.ts";
import { listName, type ListId } from "#app/domain/recruitment/benchmark-list.ts";
import type { SchemeId } from "#app/domain/recruitment/category.ts";
import { NATIONAL_BENCHMARKS } from "#app/domain/recruitment/national-benchmarks.ts";
import { roundInAMinute } from "#app/domain/recruitment/in-a-minute.ts";
import { practiceFacts } from "#app/domain/recruitment/practice.ts";
import { preferredBenchmark, preferredForOther } from "#app/domain/recruitment/preferred-benchmark.ts";
import { roundFindings } from "#app/domain/recruitment/round-findings.ts";
import { bodyNames } from "#app/domain/recruitment/stage-words.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listBenchmarks } from "#db/recruitment-benchmark.server.ts";
import { requireRound, roundOf } from "#db/recruitment.server.ts";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { FilterBar } from "#app/ui/data/filter-bar.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { FindingList } from "#app/ui/recruitment/finding-list.tsx";
import { InAMinute } from "#app/ui/recruitment/in-a-minute.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";

export const meta = () => [{ title: "A recruitment round – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const stored = await requireRound(scope, params.id ?? "");
  const round = roundOf(stored);
  const entered = await listBenchmarks(scope);
  const fitting = [
    ...entered,
    ...NATIONAL_BENCHMARKS.map((benchmark) => ({ ...benchmark, id: benchmark.place })),
  ].filter(isOf(round.scheme));
  const wanted = new URL(request.url).searchParams.get("benchmark");
  const benchmark = fitting.find(({ id }) => id === wanted) ?? preferredBenchmark(fitting, round.scheme);
  const counted = Object.values(round.counts).some(Boolean);
  const ofOther = preferredForOther(entered, round, benchmark);
  const findings = counted ? roundFindings(round, benchmark, ofOther) : [];
  return {
    id: stored.id,
    title: round.title,
    body: round.body,
    openedOn: round.openedOn,
    closedOn: round.closedOn,
    practice: practiceFacts(round.practice),
    counted,
    findings,
    minute: roundInAMinute(findings),
    compared: [benchmark, ofOther].flatMap((one) =>
      one ? [{ list: listName(one.scheme), place: one.place, source: one.source, on: one.on }] : [],
    ),
    chosen: fitting.find((one) => one.place === benchmark?.place && one.on === benchmark.on)?.id ?? "",
    choices: fitting.map(({ id, place, on }) => ({ value: id, label: `${place}, ${on.slice(0, 4)}` })),
    released: stored.released?.figures.asOf ?? null,
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

function isOf(scheme: SchemeId) {
  return <B extends Benchmark<ListId>>(one: B): one is B & Benchmark => one.scheme === scheme;
}

export default function RoundPage() {
  const page = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/recruitment`;
  const here = `${base}/${page.id}`;
  const count = (
    <>
      <ButtonLink href={`${here}/counts/ethnic-group`}>Count the people</ButtonLink>
      <ButtonLink href={`${here}/import`} variant="second">
        Import a spreadsheet
      </ButtonLink>
    </>
  );
  return (
    <>
      <RoundCrumbs base={base} />
      <PageHeading
        title={page.title}
        lede={`${bodyNames[page.body]}, opened ${formatDate(page.openedOn)}, ${page.closedOn ? `closed ${formatDate(page.closedOn)}` : "still open"}.`}
        actions={
          page.mayEdit ? (
            <>
              {count}
              <ButtonLink href={`${here}/edit`} variant="quiet">
                Change the facts
              </ButtonLink>
            </>
          ) : null
        }
      />
      {page.counted ? (
        <>
          <div className="stack-end">
            <Notice kind="info">
              <p>
                These are exact counts, for members only. What the public may see is made from rounded and
                hidden figures:{" "}
                <a href={`${here}/release`}>
                  {page.released
                    ? `see what was released on ${formatDate(page.released)}`
                    : "see what could be released"}
                </a>
                .
              </p>
            </Notice>
          </div>
          <FilterBar label="Whom to compare with" submit="Compare">
            <SelectField
              name="benchmark"
              label="Compare with"
              options={page.choices}
              empty="Nobody chosen"
              defaultValue={page.chosen}
              required
            />
          </FilterBar>
          <div className="soft stack-end">
            {page.compared.map(({ list, place, source, on }) => (
              <p key={list}>
                {list.split(":")[0]}, compared with {place}: {source}, {formatDate(on)}.
              </p>
            ))}
          </div>
          <InAMinute facts={page.minute} />
          <details className="chart-facts">
            <summary>Each finding, with its chart and table</summary>
            <FindingList findings={page.findings} />
          </details>
        </>
      ) : (
        <EmptyState title="Nobody is counted yet" action={page.mayEdit ? count : null}>
          <p>
            Enter the counts by hand, or import a spreadsheet: its rows are counted in memory and thrown away.
          </p>
        </EmptyState>
      )}
      <SectionRule id="practice" title="How people were reached and chosen">
        <DefinitionList items={page.practice} />
      </SectionRule>
    </>
  );
}
