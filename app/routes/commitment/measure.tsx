import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { MeasureInput } from "#app/domain/commitment/measure-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { listIndicators } from "#db/indicators.server.ts";
import { requireMeasure, reviseMeasure } from "#db/measure.server.ts";
import { ChangeForm } from "#app/ui/commitment/change-form.tsx";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { MeasureFields } from "#app/ui/commitment/measure-fields.tsx";
import { ReasonField } from "#app/ui/commitment/reason-field.tsx";
import { CheckboxGroup } from "#app/ui/forms/checkbox-group.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { indicatorOptions } from "./indicator-options.ts";

const Change = MeasureInput.safeExtend({ version: z.int() });

export const meta = () => [{ title: "Change a measure – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { measure, commitment } = await requireMeasure(scope, params.id ?? "", params.measureId ?? "");
  return { measure, title: commitment.title, indicators: indicatorOptions(listIndicators()) };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { measure } = await requireMeasure(scope, params.id ?? "", params.measureId ?? "");
  return withForm(request, Change, async ({ version, ...input }) => {
    await reviseMeasure(scope, measure.id, version, input, today());
    return redirectWithNotice(
      `/o/${params.organisation}/commitments/${params.id}#measures`,
      "The measure is changed.",
    );
  });
});

export default function MeasurePage() {
  const { measure, title, indicators } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  const retired = reply ? typedOr(reply, "retired", "") === "on" : measure.retired;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading
        title="Change the measure"
        lede="The chart keeps the old target as a step. It is never redrawn as if it had always been the new one."
      />
      <ChangeForm
        reply={reply}
        version={measure.version}
        compared={[
          { label: "Measure", name: "title", stored: measure.title },
          { label: "Unit", name: "unit", stored: measure.unit },
          { label: "Which way is better", name: "direction", stored: measure.direction },
          { label: "Baseline", name: "baselineValue", stored: measure.baselineValue },
          { label: "Day of the baseline", name: "baselineOn", stored: measure.baselineOn },
          { label: "Target", name: "targetValue", stored: measure.targetValue },
          { label: "By", name: "targetBy", stored: measure.targetBy },
          { label: "No longer measured", name: "retired", stored: measure.retired ? "on" : "" },
        ]}
        save="Save the measure"
        back={`${base}#measures`}
      >
        <MeasureFields reply={reply} stored={measure} indicators={indicators} />
        <CheckboxGroup
          name="retired"
          label="Stop measuring"
          options={[
            {
              value: "on",
              label: "We no longer measure this",
              hint: "It stays in the record with its readings and your reason.",
            },
          ]}
          defaultValue={retired ? ["on"] : []}
          error={reply?.errors.retired}
        />
        <ReasonField reply={reply} />
      </ChangeForm>
    </>
  );
}
