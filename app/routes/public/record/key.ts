import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, forAnybody, freshness, orNotFound, plainText } from "#app/http/plain-answer.server.ts";
import { readVerifierKey } from "#db/record.server.ts";

/** The verifier key that signs now, as Go's note package reads it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const key = orNotFound(await readVerifierKey(params.slug!), "record");
  return answer(`${key}\n`, { type: plainText, cache: freshness.never, headers: forAnybody });
}
