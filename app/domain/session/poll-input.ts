import { z } from "zod";
import { day, words } from "../commitment/fields.ts";
import { MOST_SLOTS, type PollSlot } from "./poll.ts";

const Slot = z.object({
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  reasons: z.array(z.string().max(300)).max(20),
});

/** A ticked time travels as JSON in its tick box. */
const slotText = z.string().transform((text, context): PollSlot => {
  try {
    return Slot.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "Choose times from the list.", input: text });
    return z.NEVER;
  }
});

export const PollInput = z.object({
  title: words("Say what the poll is about.", 200),
  slot: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(slotText).max(MOST_SLOTS, `Choose ${MOST_SLOTS} times at most.`),
  ),
  links: z.coerce.number("Say how many people you ask.").int("Give a whole number of people."),
  closesOn: day("Say until when the poll is open."),
});

/** The times among some posted texts, for the form to show them again; what is none is left out. At most 60. */
export function readSlots(texts: readonly unknown[]): PollSlot[] {
  return texts.slice(0, 60).flatMap((text) => {
    const slot = slotText.safeParse(text);
    return slot.success ? [slot.data] : [];
  });
}
