import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, forAnybody, freshness, json, orNotFound } from "#app/http/plain-answer.server.ts";
import { exportRecord } from "#db/record.server.ts";

/** The whole record as one file, written while it is read: a large one never lies in memory. */
export async function loader({ params }: LoaderFunctionArgs) {
  const pieces = orNotFound(await exportRecord(params.slug!), "record");
  return answer(streamOf(pieces), {
    type: json,
    cache: freshness.never,
    filename: `${params.slug}-record.json`,
    headers: forAnybody,
  });
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
