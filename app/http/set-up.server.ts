import { redirect } from "@remix-run/node";
import { isEmpty } from "#db/organisation.server.ts";

let known = false;

/** For the first page of the site. @throws a redirect to /set-up while there is no organisation at all. */
export async function leadToSetUp(): Promise<void> {
  // Organisations are never deleted: once there is one, nobody needs to ask again.
  if (known) return;
  if (await isEmpty()) throw redirect("/set-up");
  known = true;
}
