/** The settings that pages need. The start of the server has checked them all. */
export type Installation = {
  /** Scheme, host and port under which people reach it; links in mails begin with it. Never taken from a request. */
  origin: string;
  /** Signs cookies. */
  secret: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Whether undelivered mail may be read in a page: a trial on one's own machine, without a mail server. */
  localOutbox: boolean;
};

export function installation(env: NodeJS.ProcessEnv = process.env): Installation {
  const origin = env.KEPT_ORIGIN ?? `http://localhost:${env.PORT ?? "3000"}`;
  const { hostname } = new URL(origin);
  const secret = env.KEPT_SECRET;
  if (!secret) throw new Error("KEPT_SECRET is not set: the start of the server makes or checks it.");
  return {
    origin: new URL(origin).origin,
    secret,
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM ?? `Kept <no-reply@${hostname}>`,
    localOutbox: !env.SMTP_URL && !env.DATABASE_URL && ["localhost", "127.0.0.1", "[::1]"].includes(hostname),
  };
}
