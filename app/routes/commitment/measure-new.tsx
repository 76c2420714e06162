import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { recommendationReference } from "#app/domain/commitment/commitment-input.ts";
import { MeasureInput } from "#app/domain/commitment/measure-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { findRecommendation } from "#app/domain/framework/framework.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { listIndicators } from "#db/indicators.server.ts";
import { addMeasure } from "#db/measure.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { MeasureFields } from "#app/ui/commitment/measure-fields.tsx";
import { SuggestedMeasures } from "#app/ui/commitment/suggested-measures.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { indicatorOptions } from "./indicator-options.ts";

export const meta = () => [{ title: "New measure – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [commitment, frameworks] = await Promise.all([
    requireCommitment(scope, params.id ?? ""),
    listFrameworks(scope),
  ]);
  const suggestions = commitment.recommendations.flatMap(
    (key) => findRecommendation(frameworks, recommendationReference(key))?.measures ?? [],
  );
  const chosen = suggestions[Number(new URL(request.url).searchParams.get("suggestion") ?? NaN)];
  return {
    title: commitment.title,
    suggestions,
    indicators: indicatorOptions(listIndicators()),
    stored: {
      title: chosen?.title ?? "",
      unit: chosen?.unit ?? "",
      direction: chosen?.direction ?? "",
      indicator: chosen?.indicator ?? null,
      baselineValue: null,
      baselineOn: null,
      targetValue: null,
      targetBy: null,
    },
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const base = `/o/${params.organisation}/commitments/${params.id}`;
  return withForm(request, MeasureInput, async (input) => {
    const measureId = await addMeasure(scope, params.id ?? "", input, today());
    return redirectWithNotice(
      `${base}/measures/${measureId}/readings`,
      "The measure is added. Record a first reading when you have one.",
    );
  });
});

export default function NewMeasurePage() {
  const { title, suggestions, indicators, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading
        title="How will we know?"
        lede="A measure says what would be different if the promise is kept."
      />
      <SuggestedMeasures suggestions={suggestions} base={`${base}/measures/new`} />
      <Form errors={reply?.errors}>
        <MeasureFields reply={reply} stored={stored} indicators={indicators} />
        <SaveBar note="Only your organisation sees this until you publish.">
          <Button>Add the measure</Button>
          <ButtonLink href={base} variant="quiet">
            Cancel
          </ButtonLink>
        </SaveBar>
      </Form>
    </>
  );
}
