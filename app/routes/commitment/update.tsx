import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { UpdateInput } from "#app/domain/commitment/work-input.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { requireUpdate, reviseUpdate, writeUpdate } from "#db/update.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { UpdateForm } from "#app/ui/commitment/update-form.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Change = UpdateInput.extend({ version: z.int().optional() });

export const meta = () => [{ title: "Update – Kept" }];

/** Serves `updates/new` and `updates/:updateId`: the same words, written or changed. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const commitment = await requireCommitment(scope, params.id ?? "");
  const update = params.updateId ? await requireUpdate(scope, commitment.id, params.updateId) : undefined;
  return { title: commitment.title, update, day: today() };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  const back = `/o/${params.organisation}/commitments/${id}#updates`;
  const update = params.updateId ? await requireUpdate(scope, id, params.updateId) : undefined;
  return withForm(request, Change, async ({ version, ...input }) => {
    if (update) await reviseUpdate(scope, update.id, version ?? 0, input, today());
    else await writeUpdate(scope, id, input, today());
    return redirectWithNotice(back, update ? "The update is changed." : "The update is written.");
  });
});

export default function UpdatePage() {
  const { title, update, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading
        title={update ? "Change the update" : "Write an update"}
        lede="Setbacks and lessons count as much as progress. Write for somebody who was in the room."
      />
      <UpdateForm reply={reply} stored={update} day={day} cancel={`${base}#updates`} />
    </>
  );
}
