import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, forAnybody, freshness, orNotFound } from "#app/http/plain-answer.server.ts";
import { readTile } from "#db/record.server.ts";

/** One tile of hashes or one bundle of entries (C2SP tlog-tiles). A tile never changes, nor does a narrower cut of it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { bytes, isFull } = orNotFound(await readTile(params.slug!, `tile/${params["*"]}`), "tile");
  return answer(bytes, {
    type: "application/octet-stream",
    cache: isFull ? freshness.forever : freshness.page,
    headers: forAnybody,
  });
}
