import { entries } from "./entries.ts";

export const bahai = entries("bahai", "sunset", "No alcohol.", [
  ["naw_ruz", "Naw-Rúz", "work-prohibited", "holy-day", "The Bahá’í new year and the end of the fast."],
  [
    "ridvan_1",
    "First day of Ridván",
    "work-prohibited",
    "holy-day",
    "Bahá’u’lláh’s declaration; the festival lasts twelve days.",
  ],
  ["ridvan_9", "Ninth day of Ridván", "work-prohibited", "holy-day", "The ninth day of the festival."],
  ["ridvan_12", "Twelfth day of Ridván", "work-prohibited", "holy-day", "The last day of the festival."],
  [
    "declaration_of_bab",
    "Declaration of the Báb",
    "work-prohibited",
    "holy-day",
    "Kept about two hours after sunset the evening before.",
  ],
  [
    "ascension_of_bahaullah",
    "Ascension of Bahá’u’lláh",
    "work-prohibited",
    "remembrance",
    "Kept at about three in the morning.",
  ],
  ["martyrdom_of_bab", "Martyrdom of the Báb", "work-prohibited", "remembrance", "Kept at about noon."],
  [
    "twin_birthday_bab",
    "Birth of the Báb",
    "work-prohibited",
    "holy-day",
    "The first of the Twin Holy Birthdays.",
  ],
  [
    "twin_birthday_bahaullah",
    "Birth of Bahá’u’lláh",
    "work-prohibited",
    "holy-day",
    "The second of the Twin Holy Birthdays.",
  ],
  ["day_of_the_covenant", "Day of the Covenant", "minor", "holy-day", "Work is not suspended."],
  ["ascension_of_abdul_baha", "Ascension of ‘Abdu’l-Bahá", "minor", "remembrance", "Work is not suspended."],
  [
    "fast",
    "Bahá’í fast",
    "fast",
    "fast",
    "Nineteen days without food or drink from sunrise to sunset.",
    "No food or drink in daylight for those who fast.",
    "sunrise",
  ],
]);
