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
import { countMakersLinks } from "#db/persona-makers.server.ts";
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
import { Notice } from "#app/ui/data/notice.tsx";
import { Tag } from "#app/ui/data/tag.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { MakersSection } from "#app/ui/persona/makers-section.tsx";
import { NeedsSection } from "#app/ui/persona/needs-section.tsx";
import { OfferSection } from "#app/ui/persona/offer-section.tsx";
import { PersonaSheet } from "#app/ui/persona/persona-sheet.tsx";
import { PersonaWordsForm } from "#app/ui/persona/persona-words-form.tsx";
import { ProvenanceForm } from "#app/ui/persona/provenance-form.tsx";

const version = formVersion;
const saved = {
  words: [PersonaWords.extend({ version }), "The persona is saved."],
  need: [PersonaNeed.extend({ version }), "The need is added."],
  "drop-need": [z.object({ need: z.string("Choose a need."), version }), "The need is taken out."],
  offer: [z.object({ version }), "It goes into the open library with the next publication."],
} as const;

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
    mayEdit: can(scope.role, "workspace.edit") && !stored.withdrawnOn && !stored.importedFrom,
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
  return (
    <>
      <PageHeading title={stored.title} lede={stored.importedFrom && `From ${stored.importedFrom}.`}>
        <p>
          <Tag>{data.state}</Tag> {stored.example ? <Tag>Invented example</Tag> : null}
        </p>
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
      {data.mayEdit ? (
        <>
          <SectionRule id="who" title="Who this person is">
            <PersonaWordsForm reply={replyTo("words")} stored={stored} />
          </SectionRule>
          <SectionRule id="needs" title="Needs" lede="What has to hold for this person to take part.">
            <NeedsSection
              reply={replyTo("need")}
              carried={stored.needs}
              needs={needs}
              version={stored.version}
              needsHref={`${base}/needs`}
            />
          </SectionRule>
          <SectionRule id="provenance" title="Who made it">
            <ProvenanceForm
              reply={replyTo("provenance")}
              stored={stored.provenance}
              version={stored.version}
            />
          </SectionRule>
          <MakersSection href={`${base}/${stored.id}/makers`} links={data.makersLinks} />
          <OfferSection
            id={stored.id}
            offered={stored.offeredOn !== null}
            blocked={data.blocked}
            version={stored.version}
            publishHref={`/o/${organisation}/publish`}
            errors={replyTo("offer")?.errors}
          />
        </>
      ) : (
        <PersonaSheet persona={data.sheet} />
      )}
    </>
  );
}
