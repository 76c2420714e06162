import { PassThrough, Transform } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { Refusal } from "#app/domain/refusal.ts";
import { describeError } from "#app/http/describe-error.server.ts";
import { NonceContext } from "#app/http/nonce.ts";
import { ErrorsShown } from "#app/ui/forms/errors-shown.ts";

/** How long loaders may take before the page is given up. */
export const streamTimeout = 10_000;

/** Renders the whole page before its first byte, so that a failure has its right status and a reader without JavaScript misses nothing. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    let showsErrors = false;
    const page = (
      <NonceContext.Provider value={nonce}>
        <ErrorsShown.Provider value={() => (showsErrors = true)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </ErrorsShown.Provider>
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = showsErrors ? withErrorTitle() : new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        if (isRouteErrorResponse(error)) return;
        finalStatus = 500;
        console.error(describeError(error));
      },
    });
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

const titleTag = "<title>";

/**
 * Puts "Error: " before the title. A page's head is drawn before its body shows whether something is wrong, so this comes last;
 * the title stands among the first bytes, in the first piece.
 */
function withErrorTitle(): Transform {
  let isFirst = true;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const at = isFirst ? piece.indexOf(titleTag) : -1;
      isFirst = false;
      if (at < 0) return done(null, piece);
      const end = at + titleTag.length;
      done(null, Buffer.concat([piece.subarray(0, end), Buffer.from("Error: "), piece.subarray(end)]));
    },
  });
}

/** What was refused on purpose is no error; neither is a reader who left. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  const onPurpose = error instanceof Refusal || error instanceof Response || isRouteErrorResponse(error);
  if (onPurpose || request.signal.aborted) return;
  console.error(describeError(error));
}
