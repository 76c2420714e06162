import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { CommitmentInput } from "#app/domain/commitment/commitment-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireCommitment, revise } from "#db/commitment.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { ChangeForm } from "#app/ui/commitment/change-form.tsx";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { CommitmentFields } from "#app/ui/commitment/commitment-fields.tsx";
import { ReasonField } from "#app/ui/commitment/reason-field.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { recommendationOptions } from "#app/ui/commitment/recommendation-options.ts";

const Change = CommitmentInput.safeExtend({ version: z.int() });

export const meta = () => [{ title: "Change a commitment – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [commitment, frameworks] = await Promise.all([
    requireCommitment(scope, params.id ?? ""),
    listFrameworks(scope),
  ]);
  return { commitment, options: recommendationOptions(frameworks) };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async ({ version, ...input }) => {
    await revise(scope, id, version, input, today());
    return redirectWithNotice(`/o/${params.organisation}/commitments/${id}`, "The commitment is changed.");
  });
});

export default function EditCommitmentPage() {
  const { commitment, options } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  return (
    <>
      <CommitmentCrumbs base={base} title={commitment.title} />
      <PageHeading
        title="Change the commitment"
        lede="What stood here before stays in the history. What you published stays published until you publish again."
      />
      <ChangeForm
        reply={reply}
        version={commitment.version}
        compared={[
          { label: "Title", name: "title", stored: commitment.title },
          { label: "What we promise to do", name: "what", stored: commitment.what },
          { label: "Why we promise it", name: "why", stored: commitment.why },
          { label: "Who it is for", name: "forWhom", stored: commitment.forWhom },
          { label: "Role that answers for it", name: "answerable", stored: commitment.answerable },
          { label: "Their name", name: "answerableName", stored: commitment.answerableName },
          { label: "Starts on", name: "startOn", stored: commitment.startOn },
          { label: "Due on", name: "dueOn", stored: commitment.dueOn },
          {
            label: "Recommendations",
            name: "recommendations",
            stored: commitment.recommendations.join(", "),
          },
        ]}
        save="Save the change"
        back={base}
      >
        <CommitmentFields reply={reply} stored={commitment} recommendations={options} />
        <ReasonField reply={reply} />
      </ChangeForm>
    </>
  );
}
