import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, forAnybody, freshness, orNotFound, plainText } from "#app/http/plain-answer.server.ts";
import { readCheckpoint } from "#db/record.server.ts";

/** The latest signed checkpoint (C2SP tlog-checkpoint). */
export async function loader({ params }: LoaderFunctionArgs) {
  const note = orNotFound(await readCheckpoint(params.slug!), "record");
  return answer(note, { type: plainText, cache: freshness.never, headers: forAnybody });
}
