import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { voices, voiceWords } from "#app/domain/audit/answer.ts";
import { canInvite, inviteSentence, roundState } from "#app/domain/audit/round-state.ts";
import { qrSvg } from "#app/documents/qr.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { chooseForPublic } from "#db/audit-publishables.server.ts";
import { inviteVoices, switchOffLink } from "#db/audit-seats.server.ts";
import { closeRound, requireRound } from "#db/audit.server.ts";
import { ChoosePublic } from "#app/ui/audit/choose-public.tsx";
import { InviteVoices } from "#app/ui/audit/invite-voices.tsx";
import { LinkSlips } from "#app/ui/audit/link-slips.tsx";
import { SwitchOff } from "#app/ui/audit/switch-off.tsx";
import { stateWords } from "#app/ui/audit/round-table.tsx";
import { TurnoutTable } from "#app/ui/audit/turnout-table.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Work = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("invite"),
    voice: z.enum(voices, "Choose whose voice you invite."),
    count: z.int("Give a whole number of people.").refine(canInvite, inviteSentence),
    sending: z.uuid().optional(),
  }),
  z.object({ intent: z.literal("close") }),
  z.object({ intent: z.literal("switch-off"), link: z.string("Paste the link.").max(500) }),
  z.object({ intent: z.literal("publish"), questions: z.array(z.string()).default([]) }),
]);

/** The links of the people just invited: shown this once. */
export type Slips = { slips: { voice: string; url: string; qr: string }[] };

export const meta = () => [{ title: "Round – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { round, asked, answered } = await requireRound(scope, params.id ?? "");
  const { title, instrument, opensOn, closesOn, publishedQuestions } = round;
  return {
    title,
    // Names this showing of the form: sent twice, it invites once.
    sending: crypto.randomUUID(),
    importedOn: round.importedOn,
    opensOn,
    closesOn,
    publishedQuestions,
    questions: instrument.questions.map(({ id, title: label }) => ({ value: id, label })),
    instrument: `${instrument.title}, version ${instrument.version}`,
    state: roundState(round, today()),
    voices: voices.map((voice) => ({ voice, asked: asked[voice], answered: answered[voice] })),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  const here = `/o/${params.organisation}/audit/${id}`;
  return withForm(request, Work, async (work) => {
    if (work.intent === "close") {
      await closeRound(scope, id);
      return redirectWithNotice(`${here}/findings`, "The round is closed. This is what people said.");
    }
    if (work.intent === "publish") {
      await chooseForPublic(scope, id, work.questions, today());
      return redirectWithNotice(here, "Chosen. The publishing page shows it before anybody else sees it.");
    }
    if (work.intent === "switch-off") {
      const voice = await switchOffLink(scope, id, work.link, new Date());
      return redirectWithNotice(
        here,
        `The link is switched off. One person fewer counts as asked: ${voiceWords[voice].toLowerCase()}.`,
      );
    }
    const tokens = await inviteVoices(scope, id, work.voice, work.count, today(), work.sending);
    const slips = await Promise.all(
      tokens.map(async (token) => {
        const url = `${context.publicUrl}/audit/${token}`;
        return { voice: voiceWords[work.voice], url, qr: await qrSvg(url) };
      }),
    );
    // The links are secrets: nobody's cache keeps them.
    return data<Slips>({ slips }, { headers: { "Cache-Control": "no-store" } });
  });
});

function ledeOf({
  state,
  opensOn,
  closesOn,
  importedOn,
  instrument,
}: Pick<
  ReturnType<typeof useLoaderData<typeof loader>>,
  "state" | "opensOn" | "closesOn" | "importedOn" | "instrument"
>): string {
  const days = `from ${formatDate(opensOn)} to ${formatDate(closesOn)}`;
  return importedOn
    ? `Held ${days}, and brought in from a file on ${formatDate(importedOn)}. ${instrument}.`
    : `${stateWords[state]}. Answers are taken ${days}. ${instrument}.`;
}

export default function RoundPage() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<FormReply | Slips>();
  const reply = answer && "errors" in answer ? answer : undefined;
  const slips = answer && "slips" in answer ? answer.slips : [];
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/audit`;
  const { state, mayEdit } = found;
  return (
    <>
      <Breadcrumbs items={[{ label: "Self-audit", href: base }]} />
      <PageHeading
        title={found.title}
        lede={ledeOf(found)}
        actions={
          state === "closed" ? (
            <ButtonLink href={`${base}/${id}/findings`}>Read the findings</ButtonLink>
          ) : null
        }
      />
      <StaleErrors
        reply={(reply?.values.intent === "publish") === (state === "closed") ? undefined : reply}
      />
      {slips.length > 0 ? <LinkSlips slips={slips} round={found.title} /> : null}
      <SectionRule
        id="turnout"
        title="Who was asked, who answered"
        lede="Nobody's name is kept. A voice with fewer than three answers to a question stays silent for everybody."
      >
        <TurnoutTable rows={found.voices} />
      </SectionRule>
      {mayEdit && state !== "closed" ? (
        <>
          <SectionRule id="invite" title="Invite people">
            <InviteVoices reply={reply} sending={found.sending} />
          </SectionRule>
          <SwitchOff reply={reply} />
          <SectionRule
            id="close"
            title="Close the round"
            lede="Nobody can answer or change an answer after that. The findings are shown then, and not before."
          >
            <Form>
              <input type="hidden" name="intent" value="close" />
              <Button variant="second">Close the round now</Button>
            </Form>
          </SectionRule>
        </>
      ) : null}
      {mayEdit && state === "closed" ? (
        <SectionRule
          id="publish"
          title="What the public may see"
          lede="Chosen questions are published with how many were asked and how many answered. Taking one back later is shown, with your reason."
        >
          <ChoosePublic questions={found.questions} chosen={found.publishedQuestions} reply={reply} />
        </SectionRule>
      ) : null}
    </>
  );
}
