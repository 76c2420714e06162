import { z } from "zod";

/** The kinds of barrier that the vocabulary covers, in the order of a walk through a session. */
export const needAreas = [
  "time-and-faith",
  "food",
  "access-and-mobility",
  "communication-and-language",
  "sensory",
  "digital",
  "money",
  "caring",
  "travel",
  "safety",
  "trust",
  "literacy",
  "privacy",
] as const;
export type NeedArea = (typeof needAreas)[number];

/** Something that must hold for somebody to take part: what meets it, and how anybody can see that it is met. */
export const Need = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, figures and hyphens, such as step-free-route."),
  area: z.enum(needAreas),
  title: z.string().trim().min(1, "Name the need.").max(120),
  metBy: z.string().trim().min(1, "Say what meets it.").max(600),
  seenBy: z.string().trim().min(1, "Say how one can see that it is met.").max(600),
});
export type Need = z.infer<typeof Need>;
