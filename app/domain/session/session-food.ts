import { type Announcement } from "../calendar/announcement.ts";
import { checkFood, type Dish, type FoodWarning } from "../calendar/food.ts";
import { type Facility } from "./session-input.ts";
import { clockOf, sessionParts, type SessionTimes } from "./session-times.ts";

interface Served extends SessionTimes {
  place: string;
  facilities: readonly Facility[];
  traditions: readonly string[];
  dishes?: readonly Dish[];
  separateServing?: boolean;
}

/**
 * What a menu leaves out or gets wrong, and the fasts under way while people are together: an evening after sunset meets no
 * daytime fast, the evening before a fast that begins at sunset does.
 */
export function foodWarnings(session: Served, announcements: readonly Announcement[]): FoodWarning[] {
  return checkFood({
    date: clockOf(session.startsAt).date,
    hours: sessionParts(session),
    dishes: session.dishes ?? [],
    separateServing: session.separateServing || session.facilities.includes("kitchen-separation"),
    announcements,
    ...(session.place ? { place: session.place } : {}),
    ...(session.traditions.length > 0 ? { traditions: session.traditions } : {}),
  });
}
