import { APIError } from "better-auth/api";
import { auth } from "./auth.server.ts";

/** Signs in. Returns the cookies to set, or undefined: the address or the password is wrong, and nobody learns which. */
export async function signIn(
  request: Request,
  { email, password }: { email: string; password: string },
): Promise<Headers | undefined> {
  try {
    const { headers } = await auth().api.signInEmail({
      body: { email, password },
      headers: request.headers,
      returnHeaders: true,
    });
    return cookies(headers);
  } catch (error) {
    if (error instanceof APIError && error.statusCode === 401) return undefined;
    throw error;
  }
}

/** Ends this sign-in, if there is one, and returns the cookies that take it away. */
export async function signOut(request: Request): Promise<Headers> {
  const { headers } = await auth().api.signOut({ headers: request.headers, returnHeaders: true });
  return cookies(headers);
}

/** Queues the mail if the address has an account. Says nothing either way. */
export async function askForReset(email: string): Promise<void> {
  await auth().api.requestPasswordReset({ body: { email } });
}

/** Whether a reset address still works, before somebody thinks up a password for it. */
export async function isResetOpen(token: string): Promise<boolean> {
  const { internalAdapter } = await auth().$context;
  const stored = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return !!stored && stored.expiresAt > new Date();
}

/** Sets the password, once per token, and signs out every device. False when the token is unknown, used or too old. */
export async function resetPassword(token: string, newPassword: string): Promise<boolean> {
  return told(async () => {
    await auth().api.resetPassword({ body: { token, newPassword } });
  });
}

/** Signs out every other device. Returns this one's new cookies, or undefined when the present password is wrong. */
export async function changePassword(
  request: Request,
  passwords: { currentPassword: string; newPassword: string },
): Promise<Headers | undefined> {
  let set: Headers | undefined;
  await told(async () => {
    const { headers } = await auth().api.changePassword({
      body: { ...passwords, revokeOtherSessions: true },
      headers: request.headers,
      returnHeaders: true,
    });
    set = cookies(headers);
  });
  return set;
}

async function told(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof APIError && error.statusCode === 400) return false;
    throw error;
  }
}

/** better-auth's answer carries more than cookies; nothing else may travel on. */
function cookies(headers: Headers): Headers {
  const result = new Headers();
  for (const cookie of headers.getSetCookie()) result.append("Set-Cookie", cookie);
  return result;
}
