import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CannotStart } from "#db/cannot-start.server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, `has to be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `has to be from ${from} to ${to}`);

const address = (protocols: string[], what: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `has to be ${what}`,
    );

const postgresUrl = address(
  ["postgres:", "postgresql:"],
  "the address of a PostgreSQL database, like postgres://user:password@host:5432/kept",
);

const publicUrl = address(["http:", "https:"], "the address people type, like https://kept.example.org")
  .refine(
    (value) => !URL.canParse(value) || new URL(value).pathname === "/",
    "has to be without a path after the host",
  )
  .transform((value) => new URL(value).origin);

/** Every setting, as it stands in the environment or in `.env`. `.env.example` explains each; a test compares the two. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .refine(
      (value) => value === "localhost" || isIP(value) > 0,
      "has to be an IP address of this machine, like 0.0.0.0",
    )
    .default("127.0.0.1"),
  PUBLIC_URL: publicUrl.optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  KEPT_DATA: z.string().default(".data"),
  KEPT_SECRET: z.string().min(32, "has to be at least 32 characters long").optional(),
  RECORD_KEY: z.string().optional(),
  SMTP_URL: address(
    ["smtp:", "smtps:"],
    "the address of a mail server, like smtps://user:password@host",
  ).optional(),
  MAIL_FROM: z.string().includes("@", { message: "has to hold an e-mail address" }).optional(),
  LOG_LEVEL: z
    .enum(["silent", "error", "warn", "info", "debug"], {
      error: "has to be silent, error, warn, info or debug",
    })
    .optional(),
});

export type Settings = {
  port: number;
  host: string;
  /** The origin that people use, for links in mails and feeds. */
  publicUrl: string;
  /** Whether PUBLIC_URL names it; otherwise it is this machine's own name and port. */
  publicUrlGiven: boolean;
  /** How many proxies stand in front; their forwarded headers are believed, nobody else's. */
  trustProxy: number;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  /** Absolute: the embedded database, files, the generated secret. */
  dataFolder: string;
  /** Signs sessions; at least 32 characters. */
  secret: string;
  /** Signs the public record's checkpoints; undefined means the key in the data folder. */
  recordKey: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
  development: boolean;
};

/**
 * Reads the settings. An empty value counts as absent. The secret is made in the data folder when KEPT_SECRET does not give one.
 * @throws CannotStart naming every wrong or missing setting and why.
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  { development = false }: { development?: boolean } = {},
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new CannotStart([...new Set(sentences)].join("\n"));
  }
  const value = parsed.data;
  requireCompanions(value);
  const dataFolder = resolve(root, value.KEPT_DATA);
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    publicUrlGiven: value.PUBLIC_URL !== undefined,
    trustProxy: value.TRUST_PROXY,
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    dataFolder,
    secret: value.KEPT_SECRET ?? secretIn(dataFolder),
    recordKey: value.RECORD_KEY,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    logLevel: value.LOG_LEVEL ?? (process.stdout.isTTY ? "warn" : "info"),
    development,
  };
}

function requireCompanions(value: z.infer<typeof environmentSchema>): void {
  if (value.DATABASE_OWNER_URL && !value.DATABASE_URL) {
    throw new CannotStart("DATABASE_URL is missing: DATABASE_OWNER_URL only adds the owner's login to it.");
  }
  if (value.SMTP_URL && !value.MAIL_FROM) {
    throw new CannotStart("MAIL_FROM is missing: with SMTP_URL, mail needs an address to come from.");
  }
  if (!isLoopback(value.HOST) && !value.PUBLIC_URL) {
    throw new CannotStart(
      `PUBLIC_URL is missing: with HOST=${value.HOST} other machines reach Kept, and links and forms need the address they use.`,
    );
  }
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function secretIn(dataFolder: string): string {
  const path = resolve(dataFolder, "secret");
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    // "wx": of two processes that start at once, one writes and both read the same.
    writeFileSync(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!existsSync(path)) throw cannotUse(path, error);
  }
  try {
    chmodSync(path, 0o600);
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw cannotUse(path, error);
  }
}

function cannotUse(path: string, error: unknown): CannotStart {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new CannotStart(
    `KEPT_DATA: ${path} cannot be used (${code}). Start Kept as the user who owns that folder, or give another one.`,
  );
}

// The server and the bundle that Remix builds are separate copies of this module in one process.
const home = globalThis as { [key: symbol]: Settings | undefined };
const key = Symbol.for("kept.settings");

/** Makes these the settings of this process. */
export function provideSettings(value: Settings): void {
  home[key] = value;
}

/** The settings of this process, from anywhere on the server. */
export function settings(): Settings {
  const value = home[key];
  if (!value) throw new Error("The settings have not been read: call provideSettings() at the start.");
  return value;
}
