import type { LoaderFunctionArgs } from "@remix-run/node";
import { answersSheet } from "#app/documents/answers-sheet.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { answer } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { findInstrument, openableInstruments } from "#db/audit-instruments.server.ts";

/** An empty sheet to fill in with past answers. `?instrument=id@version` chooses the questions; without it, those that come with Kept. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const key = new URL(request.url).searchParams.get("instrument");
  const instrument = key ? await findInstrument(scope, key) : (await openableInstruments(scope))[0];
  if (!instrument) throw Refusal.notFound("instrument");
  return answer(answersSheet(instrument), {
    type: "text/csv; charset=utf-8",
    cache: "no-store",
    filename: "answers.csv",
  });
});
