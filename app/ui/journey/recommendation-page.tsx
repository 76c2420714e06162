import type { Framework, Recommendation } from "#app/domain/framework/framework.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { Source } from "./recommendations-page.tsx";

type RecommendationPageProps = { framework: Framework; recommendation: Recommendation };

/** One recommendation: what it asks, of whom, why, and how one could tell. */
export function RecommendationPage({ framework, recommendation }: RecommendationPageProps) {
  const { number, title, text, forWhom, intent, deliverable, sources, measures } = recommendation;
  return (
    <>
      <Breadcrumbs
        items={[{ label: "Recommendations", href: "/recommendations" }, { label: framework.shortTitle }]}
      />
      <PageHeading title={`${number}. ${title}`} lede={text} />
      <SectionRule id="about" title="What it means">
        <DefinitionList
          items={[
            { term: "Who it is for", value: forWhom },
            { term: "What it is meant to do", value: intent },
            {
              term: "Within reach",
              value:
                deliverable === "advocacy"
                  ? "No single organisation can do this alone. It can argue for it, and say how it did."
                  : "An organisation can do this itself.",
            },
            {
              term: "In the report",
              value: sources.map(({ part, pages }) => `${part}, pages ${pages}`).join("; "),
            },
          ]}
        />
      </SectionRule>
      <SectionRule id="measures" title="How one could tell">
        {measures.length === 0 ? (
          <p>No measure is suggested. Whoever promises it says how it will be known.</p>
        ) : null}
        <ul>
          {measures.map(({ title: measure, unit, direction }) => (
            <li key={measure}>
              {measure} ({unit}; {direction === "up" ? "more is better" : "less is better"})
            </li>
          ))}
        </ul>
      </SectionRule>
      <Source framework={framework} />
    </>
  );
}
