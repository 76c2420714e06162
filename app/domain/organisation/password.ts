import { z } from "zod";

export const shortestPassword = 12;
// scrypt costs the same for any length, but reading a megabyte of it does not.
export const longestPassword = 128;
// Stops "aaaaaaaaaaaa" and "121212121212"; long passphrases always pass.
const fewestDifferent = 5;

/** A password that somebody chooses. Length is what protects; no rule about symbols. Source: NIST SP 800-63B, NCSC. */
export const NewPassword = z
  .string("Choose a password.")
  .min(
    shortestPassword,
    `Use at least ${shortestPassword} characters. Three or four unrelated words work well.`,
  )
  .max(longestPassword, `Use ${longestPassword} characters or fewer.`)
  .refine((password) => new Set(password).size >= fewestDifferent, {
    message: "That password repeats itself too much. Three or four unrelated words work well.",
  });
