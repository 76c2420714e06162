import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { happenings } from "#app/domain/feedback/open-door.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { countTry } from "#app/http/rate-limit.server.ts";
import { today } from "#app/http/today.server.ts";
import { disputeRefusal, readCase, takeCaseBack, type CaseKey } from "#db/open-door.server.ts";
import { checkIn, forgetAddress } from "#db/protected-challenge.server.ts";

const Opening = z.object({
  code: z.string("Type the code.").max(40).default(""),
  passphrase: z.string("Type your passphrase.").max(200),
  wish: z.enum(["take-back", "forget-address", "dispute"]).optional(),
  day: z.int().optional(),
  happened: z.enum(happenings, "Say whether anything happened to you for speaking.").optional(),
  words: z.string().default(""),
});

const done = {
  "take-back": "Your words are taken back.",
  "forget-address": "No address of yours is kept here any more, and nobody writes to you.",
  dispute: "It is noted that you find this ground wrong.",
};

/**
 * Reads the form that opens a case, does what it asks, and gives the case back. Code and passphrase are sent each time and kept
 * nowhere: there is no session to steal, and no cookie.
 * @param counted what guesses are counted by beside the address they come from
 */
export function openedCase(
  request: Request,
  context: AppLoadContext,
  keyOf: (code: string) => CaseKey,
  counted?: string,
) {
  return withForm(request, Opening, async ({ code, passphrase, wish, day, happened, words }) => {
    await countTry("case-address", clientAddress(context));
    await countTry("case-code", counted ?? code.toUpperCase());
    const key = keyOf(code);
    try {
      if (wish === "take-back") await takeCaseBack(key, passphrase, today(), installation().secret);
      if (wish === "dispute") await disputeRefusal(key, passphrase, today());
      if (wish === "forget-address") await forgetAddress(key, passphrase);
      if (day !== undefined)
        await checkIn(key, passphrase, { day, happened, words } as Parameters<typeof checkIn>[2], today());
      const told = wish ? done[wish] : day === undefined ? undefined : "Thank you. Only the board reads it.";
      return { found: await readCase(key, passphrase, today()), code, told };
    } catch (error) {
      if (error instanceof Refusal && error.detail.kind === "not-found")
        throw Refusal.invalid({
          form: [
            counted === undefined
              ? "No case has this code and passphrase. Check both, then try again."
              : "That is not the passphrase that you chose. Check it, then try again.",
          ],
        });
      throw error;
    }
  });
}
