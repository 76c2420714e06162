import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { formVersion } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { undrawable } from "#app/documents/handout-pdf.ts";
import { behindIn } from "#app/domain/handout/behind.ts";
import { HandoutInput, Translation } from "#app/domain/handout/handout.ts";
import { starterBehaviours, starterTitle } from "#app/domain/handout/starter.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listHandouts, saveHandout, saveTranslation } from "#db/handout.server.ts";
import { DownloadList } from "#app/ui/data/download-list.tsx";
import { BehindNotice } from "#app/ui/handout/behind-notice.tsx";
import { EarlierHandouts } from "#app/ui/handout/earlier-handouts.tsx";
import { HandoutForm } from "#app/ui/handout/handout-form.tsx";
import { HandoutSheet } from "#app/ui/handout/handout-sheet.tsx";
import { TranslationForm } from "#app/ui/handout/translation-form.tsx";
import { UndrawableNotice } from "#app/ui/handout/undrawable-notice.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const over = formVersion;

export const meta = () => [{ title: "Handout – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const versions = await listHandouts(scope);
  return {
    versions,
    behind: behindIn(versions),
    undrawable: versions[0] ? undrawable(versions[0]) : { languages: [], signs: [] },
    organisation: organisation.name,
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const saved = (number: number) =>
    redirectWithNotice(`/o/${params.organisation}/handout`, `Version ${number} of the handout is saved.`);
  if ((await readForm(request.clone())).get("intent") === "translation")
    return withForm(request, Translation.extend({ over }), async ({ over, ...translation }) =>
      saved(await saveTranslation(scope, over, translation, today())),
    );
  return withForm(request, HandoutInput.extend({ over }), async ({ over, ...words }) =>
    saved(await saveHandout(scope, over, words, today())),
  );
});

export default function HandoutPage() {
  const { versions, behind, undrawable, organisation, mayEdit } = useLoaderData<typeof loader>();
  const sent = useActionData<FormReply>();
  const params = useParams();
  const [latest] = versions;
  const replyTo = (intent: string) => ((sent?.values.intent ?? "words") === intent ? sent : undefined);
  const base = `/o/${params.organisation}/handout`;
  return (
    <>
      <PageHeading
        title="Handout"
        lede="One page with the behaviours that you agreed, shared before each session and shown at its start (recommendation 8)."
      />
      {latest ? (
        <SectionRule id="now" title={latest.title}>
          <HandoutSheet handout={latest} organisation={organisation} />
          <UndrawableNotice undrawable={undrawable} />
          <BehindNotice behind={behind} behaviours={latest.behaviours.length} />
          <div className="no-print">
            <DownloadList
              items={[
                { href: `${base}/handout.pdf`, label: "To print", about: "PDF" },
                { href: `${base}/handout-large.pdf`, label: "To print, large", about: "PDF" },
                { href: `${base}/handout.pptx`, label: "Slides, with every language", about: "PPTX" },
              ]}
            />
          </div>
        </SectionRule>
      ) : null}
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="write" title={latest ? "Save a new version" : "Agree your own"}>
            <HandoutForm
              reply={replyTo("words")}
              over={latest?.version ?? 0}
              stored={
                latest ?? {
                  title: starterTitle,
                  behaviours: [...starterBehaviours],
                  agreedWith: "",
                  shared: false,
                }
              }
            />
          </SectionRule>
          {latest ? (
            <SectionRule id="translate" title="Add a language">
              <TranslationForm reply={replyTo("translation")} over={latest.version} />
            </SectionRule>
          ) : null}
        </div>
      ) : null}
      {versions.length > 1 ? (
        <SectionRule id="versions" title="Earlier versions" rule="quiet">
          <EarlierHandouts versions={versions.slice(1)} />
        </SectionRule>
      ) : null}
    </>
  );
}
