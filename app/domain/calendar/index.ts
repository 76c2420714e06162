/** The faith calendar: days, prayer times, conflicts, and times that leave nobody out. */
export { type Announcement } from "./announcement.ts";
export { ENTRIES, TRADITIONS } from "./catalogue/all.ts";
export {
  type Conflict,
  conflictsOf,
  conflictsOfAll,
  type Interval,
  type SessionTimes,
  type Weight,
} from "./conflicts.ts";
export { type FoundSlot, findTimes, type TimeQuestion } from "./find-time.ts";
export { spreadTimes } from "./spread-times.ts";
export { checkFood, type Dish, type FoodWarning, type Menu } from "./food.ts";
export { findGuide, type Guide, GUIDES } from "./guide/guide.ts";
export { asCalendarItems, type CalendarItem, calendarJson, prayersJson } from "./json.ts";
export { type Entry, type Kind, type Observance, type Severity, type Variant } from "./observance.ts";
export { observancesBetween, type Options } from "./observances-between.ts";
export { findPlace, type Jurisdiction, type Place, PLACES } from "./places.ts";
export { type DayOfPrayer, type PrayerQuestion, prayerTimes } from "./prayer-times.ts";
export { type Status } from "./rule.ts";
export { type Coordinates } from "./sun.ts";
export { expressDate } from "./uncertainty.ts";
