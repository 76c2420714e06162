import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { formVersion } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { personaState, whyNotUsable } from "#app/domain/persona/persona.ts";
import { PersonaNeed, PersonaWords, ProvenanceInput } from "#app/domain/persona/persona-input.ts";
import { stereotypeWarnings } from "#app/domain/persona/stereotype.ts";
import { personaStateNames } from "#app/domain/persona/words.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { countMakersLinks, takeBackForMakers } from "#db/persona-makers.server.ts";
import {
  asPersona,
  dropPersonaNeed,
  givePersonaNeed,
  listNeeds,
  offerPersona,
  recordProvenance,
  requirePersona,
  revisePersona,
} from "#db/persona.server.ts";
import { Folded } from "#app/ui/data/folded.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { Tags } from "#app/ui/data/tag.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { MakersSection } from "#app/ui/persona/makers-section.tsx";
import { NeedsSection } from "#app/ui/persona/needs-section.tsx";
import { OfferSection } from "#app/ui/persona/offer-section.tsx";
import { PersonaSheet } from "#app/ui/persona/persona-sheet.tsx";
import { PersonaWordsForm } from "#app/ui/persona/persona-words-form.tsx";
import { TakeBackSection } from "#app/ui/persona/take-back-section.tsx";
import { ProvenanceForm } from "#app/ui/persona/provenance-form.tsx";

const version = formVersion;
const saved = {
  words: [PersonaWords.extend({ version }), "The persona is saved."],
  need: [PersonaNeed.extend({ version }), "The need is added."],
  "drop-need": [z.object({ need: z.string("Choose a need."), version }), "The need is taken out."],
  offer: [z.object({ version }), "It goes into the open library with the next publication."],
} as const;
const TakeBack = z.object({ sure: z.literal("yes", "Tick the box to say that the makers said so.") });

export const meta = () => [{ title: "Persona – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const stored = await requirePersona(scope, params.id!);
  const needs = await listNeeds(scope);
  const persona = asPersona(stored);
  const byId = new Map(needs.map((need) => [need.id, need]));
  return {
    stored,
    needs,
    sheet: {
      ...persona,
      needs: persona.needs.flatMap((each) => {
        const need = byId.get(each.need);
        return need ? [{ ...each, need }] : [];
      }),
    },
    state: personaStateNames[personaState(persona, today(), stored.withdrawnOn !== null)],
    blocked: whyNotUsable(persona, today(), stored.withdrawnOn !== null),
    warnings: stored.withdrawnOn ? [] : stereotypeWarnings(persona),
    makersLinks: await countMakersLinks(scope, stored.id),
    mayTakeBack: can(scope.role, "workspace.edit") && !stored.withdrawnOn,
    mayEdit: can(scope.role, "workspace.edit") && !stored.withdrawnOn && !stored.importedFrom,
    draft: personaState(persona, today(), stored.withdrawnOn !== null) === "draft",
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id!;
  const done = (sentence: string) => redirectWithNotice(`/o/${params.organisation}/personas/${id}`, sentence);
  switch ((await readForm(request.clone())).get("intent")) {
    case "provenance":
      return withForm(request, Versioned, async ({ version, ...made }) => {
        await recordProvenance(scope, id, version, made, today());
        return done("Who made it is saved.");
      });
    case "need":
      return withForm(request, saved.need[0], async ({ version, ...need }) => {
        await givePersonaNeed(scope, id, version, need, today());
        return done(saved.need[1]);
      });
    case "drop-need":
      return withForm(request, saved["drop-need"][0], async ({ version, need }) => {
        await dropPersonaNeed(scope, id, version, need, today());
        return done(saved["drop-need"][1]);
      });
    case "offer":
      return withForm(request, saved.offer[0], async ({ version }) => {
        await offerPersona(scope, id, version, today());
        return done(saved.offer[1]);
      });
    case "take-back":
      return withForm(request, TakeBack, async () => {
        const { importedFrom } = await requirePersona(scope, id);
        await takeBackForMakers(scope, id, today());
        return done(
          importedFrom
            ? "It is taken back here, and its words are gone."
            : "It is taken back: its words are gone here, from the library, and from every copy on this installation.",
        );
      });
    default:
      return withForm(request, saved.words[0], async ({ version, ...words }) => {
        await revisePersona(scope, id, version, words, today());
        return done(saved.words[1]);
      });
  }
});

const Versioned = z.intersection(ProvenanceInput, z.object({ version }));

export default function PersonaPage() {
  const data = useLoaderData<typeof loader>();
  const { stored, needs, warnings } = data;
  const sent = useActionData<FormReply>();
  const { organisation } = useParams();
  const replyTo = (intent: string) => ((sent?.values.intent ?? "words") === intent ? sent : undefined);
  const base = `/o/${organisation}/personas`;
  const intent = sent?.values.intent;
  const formGone = intent === "take-back" ? !data.mayTakeBack : intent !== "drop-need" && !data.mayEdit;
  return (
    <>
      <Breadcrumbs items={[{ label: "Personas", href: base }]} />
      <PageHeading title={stored.title} lede={stored.importedFrom && `From ${stored.importedFrom}.`}>
        <Tags words={stored.example ? [data.state, "Invented example"] : [data.state]} />
      </PageHeading>
      {data.blocked ? (
        <Notice kind="warn">
          <p>{data.blocked}</p>
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice kind="info">
          <p>Signs of a stereotype, to think about with the makers:</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ErrorSummary errors={replyTo("drop-need")?.errors} />
      <StaleErrors reply={formGone ? sent : undefined} />
      {stored.withdrawnOn ? null : <PersonaSheet persona={data.sheet} />}
      {data.mayEdit ? (
        <div className="no-print">
          <SectionRule id="change" title="Change this persona">
            <Folded title="Who this person is" open={data.draft || replyTo("words") !== undefined}>
              <PersonaWordsForm reply={replyTo("words")} stored={stored} />
            </Folded>
            <Folded title="Needs" open={data.draft || replyTo("need") !== undefined}>
              <NeedsSection
                reply={replyTo("need")}
                carried={stored.needs}
                needs={needs}
                version={stored.version}
                needsHref={`${base}/needs`}
              />
            </Folded>
            <Folded title="Who made it" open={data.draft || replyTo("provenance") !== undefined}>
              <ProvenanceForm
                reply={replyTo("provenance")}
                stored={stored.provenance}
                version={stored.version}
              />
            </Folded>
          </SectionRule>
          <OfferSection
            id={stored.id}
            offered={stored.offeredOn !== null}
            blocked={data.blocked}
            version={stored.version}
            publishHref={`/o/${organisation}/publish`}
            errors={replyTo("offer")?.errors}
          />
          <MakersSection href={`${base}/${stored.id}/makers`} links={data.makersLinks} />
        </div>
      ) : null}
      {data.mayTakeBack ? (
        <TakeBackSection reply={replyTo("take-back")} imported={stored.importedFrom !== ""} />
      ) : null}
    </>
  );
}
