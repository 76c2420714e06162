import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { CommitmentInput, recommendationReference } from "#app/domain/commitment/commitment-input.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { findRecommendation } from "#app/domain/framework/framework.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { draftFromAudit } from "#db/audit.server.ts";
import { adopt } from "#db/commitment.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { CommitmentFields } from "#app/ui/commitment/commitment-fields.tsx";
import { RecommendationAside } from "#app/ui/commitment/recommendation-aside.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { recommendationOptions } from "#app/ui/commitment/recommendation-options.ts";

export const meta = () => [{ title: "New commitment – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const frameworks = await listFrameworks(scope);
  const asked = new URL(request.url).searchParams;
  const key = asked.get("recommendation") ?? "";
  const [round, question] = [asked.get("audit"), asked.get("question")];
  const answer = round && question ? await draftFromAudit(scope, round, question, today()) : undefined;
  const recommendation = findRecommendation(frameworks, recommendationReference(key));
  const day = today();
  return {
    recommendation,
    options: recommendationOptions(frameworks),
    stored: {
      title: recommendation?.title ?? answer?.title ?? "",
      what: answer?.what ?? "",
      why: answer?.why ?? "",
      answerable: "",
      answerableName: "",
      forWhom: "",
      startOn: day,
      dueOn: addMonths(day, 12),
      recommendations: recommendation ? [key] : [],
    },
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, CommitmentInput, async (input) => {
    const id = await adopt(scope, input, today());
    return redirectWithNotice(
      `/o/${params.organisation}/commitments/${id}`,
      "The commitment is written. Next, say how you will know that it is kept.",
    );
  });
});

export default function NewCommitmentPage() {
  const { recommendation, options, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const list = `/o/${organisation}/commitments`;
  return (
    <>
      <CommitmentCrumbs base={`${list}/new`} />
      <PageHeading
        title={recommendation ? "Adopt a recommendation" : "Write a commitment"}
        lede="A promise that a person affected could hold you to. Nobody outside sees it until you publish."
      />
      {recommendation ? <RecommendationAside recommendation={recommendation} /> : null}
      <Form errors={reply?.errors}>
        <CommitmentFields reply={reply} stored={stored} recommendations={options} />
        <SaveBar note="Only your organisation sees this until you publish.">
          <Button>Save the commitment</Button>
          <ButtonLink href={list} variant="quiet">
            Cancel
          </ButtonLink>
        </SaveBar>
      </Form>
    </>
  );
}
