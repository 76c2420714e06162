import { pageTag, refuseKnown } from "./caching.server.ts";
import { answer, forAnybody, freshness } from "./plain-answer.server.ts";

/**
 * A document folded from the record, for anybody's software: with its tag, or 304 when the reader has it already.
 *
 * @param parts what it is made from: equal parts, equal bytes.
 * @throws Response 304
 */
export function publicDocument(
  request: Request,
  parts: readonly (string | number)[],
  { type, filename, headers = {} }: { type: string; filename?: string; headers?: Record<string, string> },
  make: () => string,
): Response {
  const tag = pageTag([type, ...parts]);
  refuseKnown(request, tag);
  return answer(make(), {
    type,
    cache: freshness.page,
    ...(filename ? { filename } : {}),
    headers: { ...forAnybody, ETag: tag, ...headers },
  });
}
