import { z } from "zod";

/** Stored in lower case: nobody means two accounts by two spellings. 254 is the longest address that mail can carry. */
export const Email = z
  .string("Enter an email address.")
  .trim()
  .min(1, "Enter an email address.")
  .max(254, "An email address has 254 characters at most.")
  .toLowerCase()
  .pipe(z.email("Enter an email address such as name@example.org."));

export const PersonName = z
  .string("Enter a name.")
  .trim()
  .min(1, "Enter a name.")
  .max(100, "Shorten the name to 100 characters or fewer.");
