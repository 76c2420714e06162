import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const keyFrom = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "kept check-in address", 32));

/**
 * An address that only the job which writes to it can read: AES-256-GCM under a key made from the installation's secret.
 * Whoever copies the database without that secret has nothing.
 */
export function sealAddress(address: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce);
  const sealed = Buffer.concat([cipher.update(address, "utf8"), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** The address again; undefined when it was sealed with another secret or changed since. */
export function unsealAddress(sealed: string, secret: string): string | undefined {
  const [nonce, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), nonce!);
    decipher.setAuthTag(tag!);
    return Buffer.concat([decipher.update(text!), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
