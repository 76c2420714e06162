import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { CorrectionInput, ReadingInput } from "#app/domain/commitment/measure-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { computeIndicator, listIndicators } from "#db/indicators.server.ts";
import { requireMeasure } from "#db/measure.server.ts";
import { correctReading, recordComputedReading, recordReading } from "#db/reading.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { ComputeReading } from "#app/ui/commitment/compute-reading.tsx";
import { ReadingForm } from "#app/ui/commitment/reading-form.tsx";
import { ReadingTable } from "#app/ui/commitment/reading-table.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Change = z.discriminatedUnion("intent", [
  ReadingInput.extend({ intent: z.literal("record") }),
  CorrectionInput.extend({ intent: z.literal("correct"), reading: z.uuid(), version: z.int() }),
  z.object({ intent: z.literal("compute") }),
]);

export const meta = () => [{ title: "Readings – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const found = await requireMeasure(scope, params.id ?? "", params.measureId ?? "");
  const { measure, commitment, readings } = found;
  const wanted = new URL(request.url).searchParams.get("reading");
  const correcting = wanted ? readings.find((reading) => reading.id === wanted) : undefined;
  if (wanted && !correcting) throw Refusal.notFound("reading");
  return {
    measure,
    title: commitment.title,
    readings: [...readings].reverse(),
    correcting,
    indicator: listIndicators().find((one) => one.id === measure.indicator),
    mayEdit: can(scope.role, "workspace.edit"),
    day: today(),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { measure, readings } = await requireMeasure(scope, params.id ?? "", params.measureId ?? "");
  const here = `/o/${params.organisation}/commitments/${params.id}/measures/${measure.id}/readings`;
  return withForm(request, Change, async (change) => {
    if (change.intent === "record") {
      await recordReading(scope, measure.id, change, today());
      return redirectWithNotice(here, "The reading is recorded.");
    }
    if (change.intent === "correct") {
      const { reading, version, ...input } = change;
      if (!readings.some((one) => one.id === reading)) throw Refusal.notFound("reading");
      await correctReading(scope, reading, version, input, today());
      return redirectWithNotice(here, "The reading is corrected. The earlier figure stays in the history.");
    }
    const computed = await computeIndicator(scope, measure.indicator ?? "", today());
    await recordComputedReading(scope, measure.id, today(), computed, today());
    return redirectWithNotice(here, "Today's figure is worked out and recorded.");
  });
});

export default function ReadingsPage() {
  const { measure, title, readings, correcting, indicator, mayEdit, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  const here = `${base}/measures/${measure.id}/readings`;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading title={`Readings: ${measure.title}`} lede="A reading is the figure on one day." />
      {mayEdit && indicator ? <ComputeReading indicator={indicator} reply={reply} /> : null}
      {mayEdit ? (
        <SectionRule id="reading" title={correcting ? "Correct a reading" : "Record a reading"}>
          <ReadingForm
            key={correcting?.id ?? "new"}
            reply={reply}
            unit={measure.unit}
            day={day}
            correcting={correcting}
            cancel={here}
          />
        </SectionRule>
      ) : null}
      <SectionRule id="readings" title="Readings so far">
        <ReadingTable readings={readings} unit={measure.unit} correct={mayEdit ? here : undefined} />
      </SectionRule>
    </>
  );
}
