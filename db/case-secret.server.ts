import { randomBytes, randomUUID, scrypt, timingSafeEqual } from "node:crypto";
import { hashToken } from "./secret-token.server.ts";

// Letters and digits that nobody confuses when reading a code aloud or off paper.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Twelve letters, about 58 bits: enough with the passphrase and a limit on tries. “ABCD-EFGH-JKMN” */
export function newCode(): string {
  // Bytes from 240 on would favour the first letters.
  let letters = "";
  while (letters.length < 12)
    for (const byte of randomBytes(16)) if (byte < 240 && letters.length < 12) letters += alphabet[byte % 30];
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Spaces, hyphens and small letters do not matter. */
export function hashCode(code: string): string {
  return hashToken(code.toUpperCase().replace(/[^A-Z0-9]/g, ""));
}

/** People choose passphrases, so they are hashed slowly and with a salt. */
export async function hashPassphrase(passphrase: string, salt = randomBytes(16)): Promise<string> {
  const hash = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize("NFKC").trim(), salt, 32, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
  return `${salt.toString("base64url")}.${hash.toString("base64url")}`;
}

/** As slow when nothing is stored, so that the time taken tells nothing. */
export async function isPassphrase(passphrase: string, stored: string | undefined): Promise<boolean> {
  const right = stored ?? (await hashPassphrase(randomUUID()));
  const [salt = ""] = right.split(".");
  const given = await hashPassphrase(passphrase, Buffer.from(salt, "base64url"));
  return timingSafeEqual(Buffer.from(given), Buffer.from(right)) && stored !== undefined;
}
