import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, forAnybody, freshness, json, orNotFound, refuse } from "#app/http/plain-answer.server.ts";
import { BODIES_PER_PAGE, readBodies } from "#db/record.server.ts";

/** The words beside the log with their salts, page by page: `?from=256`, and `&limit=` for less than a whole page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const from = wholeNumber(searchParams.get("from") ?? "0");
  const limit = wholeNumber(searchParams.get("limit") ?? String(BODIES_PER_PAGE));
  if (from === undefined) return refuse(400, "“from” must be the number of an entry: 0, 1, 2 and so on.");
  if (limit === undefined || limit < 1 || limit > BODIES_PER_PAGE) {
    return refuse(400, `“limit” must be from 1 to ${BODIES_PER_PAGE}. Ask for more in several requests.`);
  }
  const page = orNotFound(await readBodies(params.slug!, { from, limit }), "part of a record");
  return answer(JSON.stringify(page), { type: json, cache: freshness.page, headers: forAnybody });
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
