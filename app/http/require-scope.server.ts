import { redirect } from "@remix-run/node";
import { proveScope, type Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { findMembership } from "#db/person.server.ts";
import { auth } from "./auth.server.ts";
import { refusalResponse } from "./refuse.server.ts";

export type SignedIn = { id: string; name: string; email: string; signInId: string };

/** Who is signed in, if anybody. */
export async function findUser(request: Request): Promise<SignedIn | undefined> {
  // Saves a query on every public page.
  if (!request.headers.has("Cookie")) return undefined;
  const found = await auth().api.getSession({ headers: request.headers });
  if (!found) return undefined;
  const { id, name, email } = found.user;
  return { id, name, email, signInId: found.session.id };
}

/** @throws a redirect to the sign-in page, which leads back here. */
export async function requireUser(request: Request): Promise<SignedIn> {
  const user = await findUser(request);
  if (user) return user;
  const url = new URL(request.url);
  // A form sent after the sign-in ran out cannot be sent again by a redirect: go back to its page.
  const next = request.method === "GET" ? url.pathname + url.search : url.pathname;
  throw redirect(`/sign-in?${new URLSearchParams({ next })}`);
}

/** A Scope with what every page of the workspace shows about it. */
export type Workspace = { scope: Scope; user: SignedIn; organisation: { slug: string; name: string } };

/**
 * The only way from an address to a Scope. `slug` is `params.organisation`.
 * @throws a redirect when signed out; 404 when there is no such organisation or this person is no member of it.
 */
export async function requireWorkspace(request: Request, slug: string | undefined): Promise<Workspace> {
  const user = await requireUser(request);
  const found = slug ? await findMembership(user.id, slug) : undefined;
  if (!found) throw refusalResponse(Refusal.notFound());
  return {
    scope: proveScope({ organisationId: found.id, userId: user.id, role: found.role }),
    user,
    organisation: { slug: found.slug, name: found.name },
  };
}

/** The same when the page needs the Scope alone. */
export async function requireScope(request: Request, slug: string | undefined): Promise<Scope> {
  return (await requireWorkspace(request, slug)).scope;
}
