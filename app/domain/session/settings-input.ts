import { z } from "zod";
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
    if (!findGuide(tradition, id))
      context.addIssue({
        code: "custom",
        path: ["observance"],
        message: "Choose the observance from the list.",
        input: observance,
      });
    return { ...rest, tradition, observance: id };
  });
export type AnnouncementInput = z.input<typeof AnnouncementInput>;
