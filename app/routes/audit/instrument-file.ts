import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "#app/domain/refusal.ts";
import { answer } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { findInstrument } from "#db/audit-instruments.server.ts";

/** An instrument as the file that can be imported: `id@version.json`. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const key = /^(.+)\.json$/.exec(params.file ?? "")?.[1];
  const instrument = key && (await findInstrument(scope, key));
  if (!instrument) throw Refusal.notFound("instrument");
  return answer(`${JSON.stringify(instrument, null, 2)}\n`, {
    type: "application/json; charset=utf-8",
    cache: "no-store",
    filename: `${instrument.id}-${instrument.version}.json`,
  });
});
