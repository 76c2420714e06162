import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answer, plainText } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { stopLetters } from "#db/reminder.server.ts";

// Whoever opens the address instead of pressing the button of their mail program is asked first.
export const loader = refusing(async ({ params, context }: LoaderFunctionArgs) => {
  await requireLink(context, params.token, "stop-letters");
  return redirect(`/letters/${params.token}`);
});

/** The one press of a mail program (RFC 8058). Again is no error. */
export const action = refusing(async ({ params, context }: ActionFunctionArgs) => {
  await stopLetters(await requireLink(context, params.token, "stop-letters"));
  return answer("The letters have stopped.\n", { type: plainText, cache: "no-store" });
});
