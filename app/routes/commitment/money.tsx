import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { chooseFunds, listServingFunds } from "#db/commitment-money.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { MoneyOfCommitment } from "#app/ui/commitment/money-of-commitment.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Chosen = z.object({ funds: z.array(z.uuid("Choose from the list.")).default([]) });

export const meta = () => [{ title: "Money for this – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { id, title } = await requireCommitment(scope, params.id ?? "");
  const funds = await listServingFunds(scope);
  return {
    title,
    funds: funds.map(({ commitments, ...fund }) => ({
      ...fund,
      chosen: commitments.includes(id),
      others: commitments.filter((other) => other !== id).length,
    })),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { id } = await requireCommitment(scope, params.id ?? "");
  return withForm(request, Chosen, async ({ funds }) => {
    await chooseFunds(scope, id, funds);
    return redirectWithNotice(
      `/o/${params.organisation}/commitments/${id}/money`,
      funds.length > 0 ? "The money for this promise is named." : "No money is named for this promise.",
    );
  });
});

export default function MoneyPage() {
  const { title, funds, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  return (
    <>
      <CommitmentCrumbs base={`/o/${organisation}/commitments/${id}`} title={title} />
      <PageHeading
        title={`Money for: ${title}`}
        lede="Name the funds that this promise draws on. The board then reads beside the promise what is held, paid and left. The public does not see this page."
      />
      <MoneyOfCommitment funds={funds} mayEdit={mayEdit} reply={reply} pay={`/o/${organisation}/pay`} />
    </>
  );
}
