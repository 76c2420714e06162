import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { longestPassword, shortestPassword } from "#app/domain/organisation/password.ts";
import { type Database, database } from "#db/client.server.ts";
import { resetMail } from "#db/mail-texts.server.ts";
import { queueMail } from "#db/mail.server.ts";
import { credentials, signIns, users, verifications } from "#db/schema/accounts.ts";
import { installation } from "./installation.server.ts";

export const resetMinutes = 60;
const signedInDays = 14;

function makeAuth(db: Database) {
  const { origin, secret } = installation();
  return betterAuth({
    appName: "Kept",
    baseURL: origin,
    secret,
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: users, session: signIns, account: credentials, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      // Accounts are made from invitations, in db/invitation.server.ts.
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        db.transaction((tx) =>
          queueMail(tx, {
            organisationId: null,
            kind: "password-reset",
            to: user.email,
            ...resetMail({ url: `${origin}/reset/${token}`, minutes: resetMinutes }),
          }),
        ),
    },
    session: {
      expiresIn: signedInDays * 24 * 60 * 60,
      // A fixed life: pages that only read need not write, and no cookie has to be renewed.
      disableSessionRefresh: true,
      freshAge: 0,
    },
    verification: { storeIdentifier: "hashed" },
    advanced: {
      cookiePrefix: "kept",
      useSecureCookies: origin.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
    },
    // No route of better-auth's own is exposed; app/http/rate-limit.server.ts counts for the pages.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

const made = new WeakMap<Database, ReturnType<typeof makeAuth>>();

/** better-auth on this process's database. Call `auth().api`; it has no addresses of its own. */
export function auth(): ReturnType<typeof makeAuth> {
  const db = database();
  const existing = made.get(db);
  if (existing) return existing;
  const fresh = makeAuth(db);
  made.set(db, fresh);
  return fresh;
}
