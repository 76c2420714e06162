import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { frameworkKey } from "#app/domain/framework/framework.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listByRecommendation } from "#db/commitment-list.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { FrameworkSource } from "#app/ui/commitment/framework-source.tsx";
import { RecommendationCard } from "#app/ui/commitment/recommendation-card.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Recommendations – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [frameworks, answers] = await Promise.all([listFrameworks(scope), listByRecommendation(scope)]);
  return {
    frameworks: frameworks.map((framework) => ({
      key: frameworkKey(framework),
      ...framework,
      recommendations: framework.recommendations.map((one) => ({
        ...one,
        commitments: answers.get(`${frameworkKey(framework)}/${one.id}`) ?? [],
      })),
    })),
    mayEdit: can(scope.role, "workspace.edit"),
    day: today(),
  };
});

export default function RecommendationsPage() {
  const { frameworks, mayEdit, day } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Recommendations"
        lede="What ought to be done, and which of your commitments answers it. Nobody has to adopt all of them at once."
      />
      {frameworks.map((framework) => (
        <SectionRule
          key={framework.key}
          id={`framework-${framework.id}-${framework.version.replaceAll(".", "-")}`}
          title={`${framework.shortTitle}, version ${framework.version}`}
          lede={answeredSentence(framework.recommendations)}
        >
          <div className="stack">
            {framework.recommendations.map((recommendation) => (
              <RecommendationCard
                key={recommendation.id}
                recommendation={recommendation}
                commitments={recommendation.commitments}
                base={`/o/${organisation}/commitments`}
                adopt={
                  mayEdit
                    ? `/o/${organisation}/commitments/new?recommendation=${encodeURIComponent(`${framework.key}/${recommendation.id}`)}`
                    : undefined
                }
                today={day}
              />
            ))}
          </div>
          <FrameworkSource framework={framework} />
        </SectionRule>
      ))}
    </>
  );
}

function answeredSentence(recommendations: { commitments: unknown[] }[]): string {
  const answered = recommendations.filter((one) => one.commitments.length > 0).length;
  return `You answer ${answered} of ${recommendations.length}.`;
}
