import { type Settings, provideSettings } from "#app/server/settings.ts";

/** The settings of an installation on this machine, as pages and cookies need them. Nothing listens and nothing is written. */
export function provideTestSettings(changes: Partial<Settings> = {}): void {
  provideSettings({
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://localhost:3000",
    publicUrlGiven: false,
    trustProxy: 0,
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    dataFolder: "/nowhere",
    secret: "a secret for tests alone, long enough to sign",
    recordKey: undefined,
    smtpUrl: undefined,
    mailFrom: undefined,
    logLevel: "silent",
    development: false,
    ...changes,
  });
}
