import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/http/sign-in.server.ts";

/** Nothing to see: signing out is a form on other pages. */
export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
  return redirect("/", { status: 303, headers: await signOut(request) });
}
