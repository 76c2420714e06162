import { z } from "zod";

/** Which given-up message an owner wants tried again. */
export const TryAgain = z.object({ mail: z.string("Choose a message.").max(100, "Choose a message.") });

const minute = 60;
const day = 24 * 60 * minute;

// Resets and invitations are of no use days later, and a newly configured mail server must not send last year's.
export const giveUpAfterSeconds = 3 * day;
/** How long given-up mail keeps its text, so that an owner can put things right and have it tried again. */
export const keepGivenUpDays = 30;
const longestWait = 6 * 60 * minute;

/**
 * Seconds to wait after the n-th failed attempt (n from 1): 1, 2, 4, 8 … minutes, at most six hours.
 * `undefined` when the message is older than three days: then it has failed.
 */
export function retryAfter(attempts: number, ageSeconds: number): number | undefined {
  if (ageSeconds >= giveUpAfterSeconds) return undefined;
  return Math.min(minute * 2 ** (attempts - 1), longestWait);
}

/**
 * SMTP says 5xx when trying again is no use (no such mailbox, refused); 4xx and a broken connection pass. RFC 5321 §4.2.1.
 * It counts as said about this message only in answer to its recipient or its text: a greeting, a sign-in or a sender that is
 * refused is a matter of settings, and no reason to give up every message that waits.
 */
export function isPermanent(replyCode: number | undefined, command: string | undefined): boolean {
  const aboutThisMessage = command === "RCPT TO" || command === "DATA";
  return aboutThisMessage && replyCode !== undefined && replyCode >= 500 && replyCode < 600;
}
