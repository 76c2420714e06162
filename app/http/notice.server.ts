import { createCookie, redirect } from "@remix-run/node";
import { installation } from "./installation.server.ts";

function noticeCookie() {
  const { origin, secret } = installation();
  return createCookie("kept.notice", {
    httpOnly: true,
    sameSite: "lax",
    secure: origin.startsWith("https:"),
    path: "/",
    // Long enough to reach the next page, short enough not to surprise anybody later.
    maxAge: 60,
    secrets: [secret],
  });
}

/** Goes to `path` (303) with a sentence for the top of that page: what was done. */
export async function redirectWithNotice(
  path: string,
  sentence: string,
  headers?: Headers,
): Promise<Response> {
  const all = new Headers(headers);
  all.append("Set-Cookie", await noticeCookie().serialize(sentence));
  return redirect(path, { status: 303, headers: all });
}

/** For the loader of the page that `redirectWithNotice` leads to: the sentence, shown once, and the header that takes it away. */
export async function takeNotice(
  request: Request,
): Promise<{ notice: string | undefined; headers: Headers }> {
  const headers = new Headers();
  const stored: unknown = await noticeCookie().parse(request.headers.get("Cookie"));
  if (typeof stored !== "string") return { notice: undefined, headers };
  headers.append("Set-Cookie", await noticeCookie().serialize("", { maxAge: 0 }));
  return { notice: stored, headers };
}
