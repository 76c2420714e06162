import { isLoopback, settings } from "#app/server/settings.ts";

/** Of the settings, what pages need. */
export type Installation = {
  /** Scheme, host and port under which people reach it; links in mails begin with it. Never taken from a request. */
  origin: string;
  /** Signs cookies. */
  secret: string;
  /** Whether mail leaves this machine. */
  mailLeaves: boolean;
  /** Whether undelivered mail may be read in a page: a trial on one's own machine, without a mail server. */
  localOutbox: boolean;
};

export function installation(): Installation {
  const { publicUrl, secret, smtpUrl, databaseUrl, host, development } = settings();
  const trial = isLoopback(host) && isLoopback(new URL(publicUrl).hostname);
  return {
    origin: publicUrl,
    secret,
    mailLeaves: smtpUrl !== undefined,
    localOutbox: smtpUrl === undefined && trial && (development || databaseUrl === undefined),
  };
}
