import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { nextStatuses, statusWords } from "#app/domain/commitment/transitions.ts";
import { StatusInput } from "#app/domain/commitment/work-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireCommitment, setStatus } from "#db/commitment.server.ts";
import { ChangeForm } from "#app/ui/commitment/change-form.tsx";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { statusHints } from "#app/ui/commitment/status-hints.ts";
import { ChoiceAndReason } from "#app/ui/forms/choice-and-reason.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Change = StatusInput.extend({ version: z.int() });

export const meta = () => [{ title: "Change the status – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return { commitment: await requireCommitment(scope, params.id ?? ""), day: today() };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async ({ version, ...input }) => {
    await setStatus(scope, id, version, input, today());
    return redirectWithNotice(`/o/${params.organisation}/commitments/${id}`, "The status is changed.");
  });
});

export default function StatusPage() {
  const { commitment, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  return (
    <>
      <CommitmentCrumbs base={base} title={commitment.title} />
      <PageHeading
        title="Change the status"
        lede={`It is “${statusWords[commitment.status]}” now. Each status stays in the history with its reason.`}
      />
      <ChangeForm
        reply={reply}
        version={commitment.version}
        compared={[
          { label: "Status", name: "status", stored: commitment.status },
          { label: "From", name: "effectiveOn", stored: commitment.statusOn },
        ]}
        save="Save the status"
        back={base}
      >
        <ChoiceAndReason
          choice={{
            name: "status",
            label: "New status",
            value: typedOr(reply, "status", ""),
            error: reply?.errors.status,
          }}
          options={nextStatuses(commitment.status).map((status) => ({
            value: status,
            label: statusWords[status],
            hint: statusHints[status],
          }))}
          reason={{
            name: "reason",
            label: "Why",
            hint: "In a sentence or two. It is published with the status.",
            value: typedOr(reply, "reason", ""),
            error: reply?.errors.reason,
          }}
        />
        <DateField
          name="effectiveOn"
          label="From which day"
          defaultValue={typedOr(reply, "effectiveOn", day)}
          error={reply?.errors.effectiveOn}
          max={day}
          required
        />
      </ChangeForm>
    </>
  );
}
