import type { LoaderFunctionArgs } from "@remix-run/node";
import Ajv from "ajv";
import { expect, it } from "vitest";
import { loader as library } from "#app/routes/public/personas-json.ts";
import { loader as schema } from "#app/routes/public/personas-schema.ts";
import { importLibrary } from "#db/persona-import.server.ts";
import { takeBackForMakers } from "#db/persona-makers.server.ts";
import {
  draftPersona,
  givePersonaNeed,
  listPersonas,
  offerPersona,
  recordProvenance,
} from "#db/persona.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

useDatabase();

const today = "2026-06-01";
const context = { nonce: "", publicUrl: "https://kept.example", clientAddress: "" };

async function get(loader: (args: LoaderFunctionArgs) => unknown, path: string): Promise<string> {
  const request = new Request(new URL(path, context.publicUrl));
  const answer = (await loader({
    request,
    params: {},
    context,
  } as unknown as LoaderFunctionArgs)) as Response;
  expect(answer.status).toBe(200);
  return answer.text();
}

async function published({ scope }: GivenOrganisation, title: string): Promise<string> {
  const id = await draftPersona(scope, { title, about: "Works nights.", strengths: ["Listens"] }, today);
  const provenance = {
    madeWith: [{ name: "Riverside Carers", part: "Wrote it" }],
    howPaid: "£25 an hour each",
    consent: "Agreed in writing; one message takes it back.",
    consentOn: "2026-02-01",
    licence: "CC-BY-4.0" as const,
    reviewOn: "2099-02-01",
  };
  await recordProvenance(scope, id, 1, { provenance }, today);
  await givePersonaNeed(scope, id, 2, { need: "by-phone", from: "night work" }, today);
  await offerPersona(scope, id, 3, today);
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
  return id;
}

it("gives a library that its own published schema takes, with tombstones, and that another organisation can import", async () => {
  const ours = await givenOrganisation();
  const kept = await published(ours, "A porter who sings");
  const gone = await published(ours, "A baker who sails");
  await takeBackForMakers(ours.scope, gone, today);
  const text = await get(library, "/personas.json");
  const { $schema: _, ...rules } = JSON.parse(await get(schema, "/personas/schema.json")) as Record<
    string,
    unknown
  >;
  const valid = new Ajv({ allErrors: true }).compile(rules);
  valid(JSON.parse(text));
  expect(valid.errors ?? []).toEqual([]);
  const file = JSON.parse(text) as { personas: { id: string }[]; takenBack: { id: string }[] };
  expect(file.personas.map(({ id }) => id)).toEqual([kept]);
  expect(file.takenBack).toEqual([{ id: gone }]);
  expect(text).not.toContain("sails");
  const theirs = await givenOrganisation({ name: "Quarry Bank" });
  expect(await importLibrary(theirs.scope, text, today)).toMatchObject({ came: 1 });
  expect((await listPersonas(theirs.scope)).map(({ title }) => title)).toEqual(["A porter who sings"]);
});
