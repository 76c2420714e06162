import type { SignIn } from "#seeds/index.ts";
import { isLoopback } from "./settings.ts";

/** The last words of a start: where Kept is and how to get in. */
export function welcome({
  address,
  signIns,
  empty,
  addressIsGuessed,
}: {
  address: string;
  signIns: SignIn[];
  /** Whether there is no organisation yet. */
  empty: boolean;
  /** Whether people reach Kept through another server whose address nobody has told it. */
  addressIsGuessed: boolean;
}): string {
  const lines = ["", `Kept is ready: ${address}`];
  if (signIns.length > 0) {
    lines.push("", `Sign in at ${address}/sign-in with one of the demonstration accounts:`);
    const width = Math.max(...signIns.map(({ email }) => email.length));
    for (const { email, password, role, organisation } of signIns) {
      lines.push(`  ${email.padEnd(width)}  ${password}  ${role}, ${organisation}`);
    }
  } else if (empty) {
    lines.push("", "Open it to set up the first organisation and its owner.");
    if (!isLoopback(new URL(address).hostname)) lines.push("Do it now: whoever comes first is the owner.");
  }
  if (addressIsGuessed) {
    lines.push(
      "",
      `PUBLIC_URL is not set, so the links in letters lead to ${address}.`,
      "Set PUBLIC_URL to the address that people type.",
    );
  }
  lines.push("", "Press Ctrl-C to stop. Everything is kept.");
  return lines.join("\n");
}
