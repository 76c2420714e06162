import { z } from "zod";
import { announcedOccurrence } from "../calendar/announced-occurrence.ts";
import { findGuide } from "../calendar/guide/guide.ts";
import { day, words } from "../commitment/fields.ts";

/** A date that was announced, or a custom of the place. `observance` is `tradition/id`, as the form's list has it. */
export const AnnouncementInput = z
  .object({
    observance: z.string("Choose the observance."),
    keptOn: day("Give the day on which it will be kept."),
    authority: words("Say who announced it, as people there would name them.", 200),
    source: words("Say where you heard or read it.", 500),
  })
  .transform(({ observance, ...rest }, context) => {
    const [tradition = "", id = ""] = observance.split("/");
    const guide = findGuide(tradition, id);
    if (!guide)
      context.addIssue({
        code: "custom",
        path: ["observance"],
        message: "Choose the observance from the list.",
        input: observance,
      });
    else if (!isNearAny(tradition, id, rest.keptOn))
      context.addIssue({
        code: "custom",
        path: ["keptOn"],
        message: `${guide.name} is not near this day in any calendar, so the day would change nothing. Check the day and the observance.`,
        input: rest.keptOn,
      });
    return { ...rest, tradition, observance: id };
  });
export type AnnouncementInput = z.input<typeof AnnouncementInput>;

/** Whether the calendar has a date near enough for an announced one to belong to it. */
function isNearAny(tradition: string, observance: string, date: string): boolean {
  try {
    return announcedOccurrence({ tradition, observance, date }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
