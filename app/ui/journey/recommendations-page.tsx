import type { Framework } from "#app/domain/framework/framework.ts";
import { formatMonth } from "../format.ts";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { recommendationPath } from "./journey-links.ts";

/** The frameworks that organisations answer to, with their sources. */
export function RecommendationsPage({ frameworks }: { frameworks: readonly Framework[] }) {
  return (
    <>
      <PageHeading
        title="Recommendations"
        lede="What ought to be done against racism in co-production. Organisations choose which to answer, and with what promise; every journey shows the ones that nobody has answered too."
      />
      {frameworks.map((framework) => (
        <SectionRule
          key={framework.id}
          id={framework.id}
          title={framework.shortTitle}
          lede={`From the report published in ${formatMonth(framework.published)}, version ${framework.version}. The words here are ours; the page numbers lead to the report’s own.`}
        >
          <ol className="recommendation-list">
            {framework.recommendations.map((one) => (
              <li key={one.id}>
                <h3>
                  <span className="standing-number">{one.number}</span>
                  <a href={recommendationPath(one.id)}>{one.title}</a>
                </h3>
                <p>{one.text}</p>
                <p className="small soft">For: {one.forWhom}</p>
              </li>
            ))}
          </ol>
          <Source framework={framework} />
        </SectionRule>
      ))}
    </>
  );
}

/** Where a framework comes from and whose it is. */
export function Source({ framework }: { framework: Framework }) {
  const { citation, ownership, credits } = framework;
  return (
    <section className="section section-quiet" aria-labelledby={`${framework.id}-source`}>
      <h3 id={`${framework.id}-source`}>Source</h3>
      <div className="measure stack small">
        <p>
          {citation.text} Recommendations on pages {citation.pages}.
        </p>
        <p>{ownership}</p>
        {credits.length > 0 ? <p>{credits.join(". ")}.</p> : null}
      </div>
    </section>
  );
}
