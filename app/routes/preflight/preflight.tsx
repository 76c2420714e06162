import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { formVersion } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Afterwards, plannedOf } from "#app/domain/session/preflight-afterwards.ts";
import { outcomes } from "#app/domain/session/preflight-decision.ts";
import { findings, PreflightSheet } from "#app/domain/session/preflight.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { decidePreflight } from "#db/preflight-decision.server.ts";
import { saveTemplate, startFromTemplate } from "#db/preflight-template.server.ts";
import { findPreflight, recordAfterwards, savePreflight } from "#db/preflight.server.ts";
import { londonDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { AfterwardsSection } from "#app/ui/preflight/afterwards-section.tsx";
import { DecisionSection } from "#app/ui/preflight/decision-section.tsx";
import { PreflightForm } from "#app/ui/preflight/preflight-form.tsx";
import { KeptOutList, Readiness, readinessInWords } from "#app/ui/preflight/readiness.tsx";
import { TemplateSection } from "#app/ui/preflight/template-section.tsx";
import { sessionTimes } from "#app/ui/session/session-words.ts";

const version = formVersion;
const Sheet = z.intersection(
  PreflightSheet,
  z.object({
    version,
    owner: z.string("Say who answers for the preflight."),
    readyBy: z.string("Give the day by which all is ready."),
    leading: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.uuid("Choose facilitators from the list.")),
    ),
  }),
);
const Decision = z.object({
  outcome: z.enum(outcomes, "Choose a decision."),
  reasons: z.record(z.string(), z.string().max(2000).optional()).default({}),
});
const Template = z.object({ title: z.string("Give the template a title."), basedOn: z.uuid().optional() });
const StartFrom = z.object({ version, template: z.uuid("Choose a template.") });

export const meta = () => [{ title: "Preflight – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { session, facilitators, ...found } = await findPreflight(scope, params.id!);
  const on = londonDate(session.startsAt);
  return {
    ...found,
    title: session.title,
    when: sessionTimes(session.startsAt, session.endsAt, session.daily),
    where: [session.online ? "online" : "", session.venue].filter(Boolean).join(", "),
    past: on <= today(),
    facilitators: facilitators
      .filter(({ id, leftOn }) => !leftOn || leftOn > on || found.leading.includes(id))
      .map(({ id, label }) => ({ value: id, label })),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id!;
  const done = (sentence: string) =>
    redirectWithNotice(`/o/${params.organisation}/sessions/${id}/preflight`, sentence);
  switch ((await readForm(request.clone())).get("intent")) {
    case "decision":
      return withForm(request, Decision, async ({ outcome, reasons }) => {
        const given = Object.fromEntries(
          Object.entries(reasons).map(([item, reason]) => [item, reason ?? ""]),
        );
        await decidePreflight(scope, id, { outcome, reasons: given }, today());
        return done("The decision is recorded.");
      });
    case "afterwards":
      return withForm(request, Afterwards.extend({ version }), async ({ version, ...afterwards }) => {
        await recordAfterwards(scope, id, version, afterwards, today());
        return done("What happened is saved.");
      });
    case "template":
      return withForm(request, Template, async (template) => {
        await saveTemplate(scope, id, template);
        return done("The template is kept.");
      });
    case "start-from":
      return withForm(request, StartFrom, async ({ version, template }) => {
        await startFromTemplate(scope, id, version, template, today());
        return done("The preflight begins from the template.");
      });
    default:
      return withForm(request, Sheet, async ({ version, leading, ...sheet }) => {
        await savePreflight(scope, id, version, sheet, leading, today());
        return done("The preflight is saved.");
      });
  }
});

export default function PreflightPage() {
  const data = useLoaderData<typeof loader>();
  const sent = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const intent = sent?.values.intent ?? "sheet";
  const replyTo = (one: string) => (intent === one ? sent : undefined);
  const isShown =
    (data.begun || !["decision", "template"].includes(String(intent))) &&
    (data.past || intent !== "afterwards");
  const base = `/o/${organisation}/sessions`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Sessions", href: base },
          { label: data.title, href: `${base}/${id}` },
        ]}
      />
      <PageHeading
        title={`Preflight: ${data.title}`}
        lede={`${[data.when, data.where].filter(Boolean).join("; ")}. Who would be kept out, and what has to change before anybody is invited?`}
      />
      {isShown ? null : <ErrorSummary errors={sent?.errors} />}
      <p className="preflight-stands">{readinessInWords(data.lines)}</p>
      <SectionRule id="kept-out" title="Who would be kept out">
        <KeptOutList keptOut={data.keptOut} />
        {data.checkId ? (
          <p className="no-print">
            <a href={`/o/${organisation}/checks/${data.checkId}`}>Open the check of needs</a>
          </p>
        ) : data.mayEdit ? (
          <form method="post" action={`/o/${organisation}/checks`} className="no-print">
            <input type="hidden" name="subject" value="session" />
            <input type="hidden" name="subjectId" value={id} />
            <input type="hidden" name="title" value={data.title} />
            <input type="hidden" name="everyone" value="on" />
            <Button variant="second">Check the needs of this session</Button>
          </form>
        ) : null}
      </SectionRule>
      <SectionRule id="readiness" title="Readiness">
        <Readiness lines={data.lines} />
      </SectionRule>
      <SectionRule id="decision" title="Decision">
        <DecisionSection
          reply={replyTo("decision")}
          found={findings(data.lines)}
          accepted={data.accepted}
          decisions={data.decisions}
          lapse={data.lapse}
          mayEdit={data.mayEdit && data.begun}
        />
        {data.begun ? null : <p>Save the preflight first.</p>}
      </SectionRule>
      {data.mayEdit ? (
        <div className="no-print">
          <SectionRule id="sheet" title="What is arranged">
            <PreflightForm
              reply={replyTo("sheet")}
              sheet={data.sheet}
              version={data.version}
              lines={data.lines}
              facilitators={data.facilitators}
              leading={data.leading}
            />
          </SectionRule>
        </div>
      ) : null}
      {data.begun ? (
        <p className="no-print">
          <a href={`${base}/${id}/preflight/versions`}>Earlier versions, with who saved them and when</a>
        </p>
      ) : null}
      {data.past ? (
        <SectionRule id="afterwards" title="Afterwards">
          <AfterwardsSection
            reply={replyTo("afterwards")}
            stored={data.afterwards}
            version={data.version}
            items={data.afterwards?.planned ?? plannedOf(data.lines)}
            mayEdit={data.mayEdit}
          />
        </SectionRule>
      ) : null}
      {data.mayEdit ? (
        <div className="no-print">
          <SectionRule id="templates" title="Templates" rule="quiet">
            <TemplateSection
              reply={replyTo("template") ?? replyTo("start-from")}
              templates={data.templates}
              version={data.version}
              begun={data.begun}
            />
          </SectionRule>
        </div>
      ) : null}
    </>
  );
}
