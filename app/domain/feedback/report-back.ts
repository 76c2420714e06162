import { z } from "zod";
import { day } from "../commitment/fields.ts";
import { writtenDay } from "../dates/written-day.ts";

export const channels = [
  "email",
  "in-a-session",
  "in-person",
  "letter",
  "other-language",
  "phone",
  "text",
] as const;

/** Also the one that nobody chooses: whoever asked without a name comes back with their code and reads the answer. */
export const everyChannel = [...channels, "case-page"] as const;
export type Channel = (typeof everyChannel)[number];

export const channelNames: Record<Channel, string> = {
  email: "Email",
  "case-page": "On the page that their code opens",
  "in-a-session": "In a session",
  "in-person": "In person",
  letter: "Letter",
  "other-language": "In another language",
  phone: "Phone",
  text: "Text message",
};

const toldHow = "Say by which channel people were told.";
const fields = {
  on: day("Give the day people were told."),
  channels: z.array(z.enum(channels, toldHow)).min(1, toldHow),
  told: z
    .int("Say how many people were told.")
    .min(1, "Nobody was told: then it has not been reported back.")
    .max(1_000_000),
  of: z.int().min(1).max(1_000_000),
};
const toldOfAll = (report: { told: number; of: number }) => report.told <= report.of;
const toldError = {
  path: ["told"],
  message: "More people were told than spoke. Check both numbers.",
};

/** What a form asks of it; of how many, the loop knows. */
export const reportFields = { on: fields.on, channels: fields.channels, told: fields.told };

/** That people were told. `told` of `of` people; told may not be more. */
export const ReportBack = z.object(fields).refine(toldOfAll, toldError);
export type ReportBack = z.infer<typeof ReportBack>;

/** A report that is made on `today` of an answer given on `answeredOn`: whoever was told before was told something else. */
export function reportOf(answeredOn: string, today: string) {
  const on = fields.on
    .refine((iso) => iso <= today, "People cannot have been told in the future.")
    .refine(
      (iso) => iso >= answeredOn,
      `The answer dates from ${writtenDay(answeredOn)}. Whoever was told before was told something else.`,
    );
  return z.object({ ...fields, on }).refine(toldOfAll, toldError);
}

/** The same from a file: also by the channel that nobody chooses. */
export const ReportOnFile = z
  .object({
    ...fields,
    channels: z.array(z.enum(everyChannel, toldHow)).min(1, toldHow),
  })
  .refine(toldOfAll, toldError);

/** A report as it is stored. */
export type Told = Omit<ReportBack, "channels"> & { channels: readonly Channel[] };

/** How far the word reached: everybody who spoke, half of them or more, or fewer. */
export type Reach = "all" | "most" | "few";

export function reachOf({ told, of }: Pick<ReportBack, "told" | "of">): Reach {
  if (told >= of) return "all";
  return told * 2 >= of ? "most" : "few";
}
