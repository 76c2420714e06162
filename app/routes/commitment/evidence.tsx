import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { acceptedEndings, maximumEvidenceBytes } from "#app/domain/commitment/evidence-file.ts";
import { EvidenceInput } from "#app/domain/commitment/evidence-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireUploadSize } from "#app/http/upload.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import {
  addEvidence,
  evidencePerPage,
  listEvidence,
  requireEvidence,
  shareEvidence,
} from "#db/evidence.server.ts";
import { listMeasures } from "#db/measure.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { EvidenceForm } from "#app/ui/commitment/evidence-form.tsx";
import { EvidenceList } from "#app/ui/commitment/evidence-list.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { formatShortDate, formatValue } from "#app/ui/format.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Change = z.discriminatedUnion("intent", [
  EvidenceInput.extend({ intent: z.literal("add"), file: z.instanceof(File).optional() }),
  z.object({ intent: z.literal("share"), evidence: z.uuid() }),
]);

export const meta = () => [{ title: "Evidence – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const id = params.id ?? "";
  const afterId = new URL(request.url).searchParams.get("after");
  const after = afterId ? await requireEvidence(scope, id, afterId) : undefined;
  const [commitment, found, measures] = await Promise.all([
    requireCommitment(scope, id),
    listEvidence(scope, id, after),
    listMeasures(scope, id),
  ]);
  const evidence = found.slice(0, evidencePerPage);
  return {
    title: commitment.title,
    evidence,
    older: found.length > evidencePerPage ? evidence.at(-1)?.id : undefined,
    readings: measures.flatMap((measure) =>
      measure.readings.map((reading) => ({
        value: reading.id,
        label: `${measure.title}: ${reading.value === null ? "too few to tell" : formatValue(reading.value, measure.unit)}, ${formatShortDate(reading.readOn)}`,
      })),
    ),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id } = await requireCommitment(scope, params.id ?? "");
  const here = `/o/${params.organisation}/commitments/${id}/evidence`;
  try {
    requireUploadSize(request, maximumEvidenceBytes);
  } catch (error) {
    if (error instanceof Refusal && error.detail.kind === "invalid")
      return again({ intent: "add" }, error.detail.fields, 400);
    throw error;
  }
  return withForm(request, Change, async (change) => {
    if (change.intent === "share") {
      await shareEvidence(scope, id, change.evidence, today());
      return redirectWithNotice(here, "It will be shown to everyone once you publish.");
    }
    const { file, ...input } = change;
    const upload = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    await addEvidence(scope, id, input, today(), upload);
    return redirectWithNotice(here, "The evidence is added.");
  });
});

export default function EvidencePage() {
  const { title, evidence, older, readings, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading title="Evidence" lede="What shows the work: minutes, a policy, a budget line, a report." />
      <EvidenceList evidence={evidence} base={`${base}/evidence`} mayEdit={mayEdit} />
      <Pager of="evidence" older={older ? `${base}/evidence?after=${older}` : undefined} />
      {mayEdit ? (
        <SectionRule id="add" title="Add evidence">
          <EvidenceForm reply={reply} readings={readings} accept={acceptedEndings.join(",")} />
        </SectionRule>
      ) : null}
    </>
  );
}
