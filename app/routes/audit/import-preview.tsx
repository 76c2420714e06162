import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { previewOf } from "#app/domain/audit/import-plan.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { dropHeldAnswers, importHeldAnswers, requireHeldAnswers } from "#db/audit-import.server.ts";
import { RoundPreviews } from "#app/ui/audit/round-previews.tsx";
import { ColumnsNotRead } from "#app/ui/data/columns-not-read.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Choice = z.object({ intent: z.enum(["import", "drop"]) });

export const meta = () => [{ title: "Look at the file – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { fileName, plan } = await requireHeldAnswers(scope, params.id ?? "");
  const { title, version } = plan.instrument;
  return {
    fileName,
    instrument: `${title}, version ${version}`,
    rounds: previewOf(plan),
    passedOver: plan.passedOver ?? [],
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const base = `/o/${params.organisation}/audit`;
  return withForm(request, Choice, async ({ intent }) => {
    if (intent === "drop") {
      await dropHeldAnswers(scope, params.id ?? "");
      return redirectWithNotice(`${base}/import`, "The file is dropped. Nothing was stored.");
    }
    const rounds = await importHeldAnswers(scope, params.id ?? "", today());
    return redirectWithNotice(
      rounds.length === 1 ? `${base}/${rounds[0]}/findings` : base,
      rounds.length === 1
        ? "The round is here. This is what people said."
        : `${rounds.length} rounds are here, and can be compared.`,
    );
  });
});

export default function ImportPreviewPage() {
  const { fileName, instrument, rounds, passedOver } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/audit`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Self-audit", href: base },
          { label: "Import past rounds", href: `${base}/import` },
        ]}
      />
      <PageHeading
        title={`${countOf(rounds.length, "round")} in ${fileName}`}
        lede={`Answers to ${instrument}. Nothing is stored yet. Whatever the file calls people is dropped: only their voice is kept.`}
      />
      <ColumnsNotRead columns={passedOver} />
      <RoundPreviews rounds={rounds} />
      <Form errors={reply?.errors}>
        <div className="row after-list">
          <Button name="intent" value="import">
            {rounds.length === 1 ? "Import this round" : "Import these rounds"}
          </Button>
          <Button name="intent" value="drop" variant="second">
            Drop the file
          </Button>
        </div>
      </Form>
    </>
  );
}
