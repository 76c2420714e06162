import { type Entry } from "../observance.ts";
import { entries, type Row } from "./entries.ts";

const lunar = entries("lunar", "civil", "Ask what people eat; Buddhist families may keep it vegetarian.", [
  [
    "lunar_new_year",
    "Lunar New Year",
    "major",
    "festival",
    "New year in Chinese, Korean and Vietnamese communities; the eve is for family.",
  ],
  ["lantern_festival", "Lantern Festival", "minor", "festival", "The fifteenth day of the new year."],
  ["qingming", "Qingming", "minor", "remembrance", "Families visit their graves."],
  ["dragon_boat", "Dragon Boat Festival", "minor", "festival", "The fifth day of the fifth month."],
  [
    "mid_autumn",
    "Mid-Autumn Festival",
    "minor",
    "festival",
    "The harvest moon, with mooncakes; Chuseok in Korea.",
  ],
]);

const pagan = entries("pagan", "civil", "Ask: many are vegetarian or vegan.", [
  ["imbolc", "Imbolc", "minor", "festival", "The first signs of spring."],
  ["march_equinox", "Spring equinox (Ostara)", "minor", "festival", "Day and night are equal."],
  ["beltane", "Beltane", "minor", "festival", "The beginning of summer; fires the evening before."],
  ["june_solstice", "Summer solstice (Litha)", "major", "festival", "The longest day; gatherings at dawn."],
  ["lughnasadh", "Lughnasadh", "minor", "festival", "The first harvest."],
  ["september_equinox", "Autumn equinox (Mabon)", "minor", "festival", "Day and night are equal again."],
  ["samhain", "Samhain", "major", "festival", "The year turns; the dead are remembered, in the evening."],
  ["december_solstice", "Winter solstice (Yule)", "major", "festival", "The shortest day."],
]);

const zoroastrian = entries("zoroastrian", "civil", "Ask what people eat; there is no common rule.", [
  ["nowruz", "Nowruz", "major", "festival", "New year at the spring equinox, kept across Iranian peoples."],
  [
    "shahenshahi_new_year",
    "Parsi New Year (Shahenshahi)",
    "major",
    "festival",
    "New year of the 365-day calendar.",
  ],
  [
    "kadmi_new_year",
    "Kadmi New Year",
    "minor",
    "festival",
    "New year of the Kadmi calendar, thirty days before the Shahenshahi.",
  ],
  ["khordad_sal", "Khordad Sal", "minor", "festival", "The birth of Zarathustra."],
]);

const BANK_HOLIDAYS: [string, string][] = [
  ["new_year", "New Year’s Day"],
  ["2nd_january", "2 January"],
  ["st_patrick", "St Patrick’s Day"],
  ["good_friday", "Good Friday"],
  ["easter_monday", "Easter Monday"],
  ["early_may", "Early May bank holiday"],
  ["early_may_ve", "Early May bank holiday (VE Day)"],
  ["kings_coronation", "Coronation of King Charles III"],
  ["spring", "Spring bank holiday"],
  ["queen_platinum", "Platinum Jubilee"],
  ["world_cup", "World Cup bank holiday"],
  ["battle_boyne", "Battle of the Boyne (Orangemen’s Day)"],
  ["summer", "Summer bank holiday"],
  ["late_august", "Late August bank holiday"],
  ["queens_bank_holiday", "State funeral of Queen Elizabeth II"],
  ["st_andrew", "St Andrew’s Day"],
  ["christmas", "Christmas Day"],
  ["boxing_day", "Boxing Day"],
];

const bankHolidayRows: Row[] = BANK_HOLIDAYS.map(([id, name]) => [
  id,
  name,
  "minor",
  "bank-holiday",
  "A public holiday: offices, nurseries and many buses stop or run less.",
]);

const bankHolidays = ["england_wales", "northern_ireland", "scotland"].flatMap((place) =>
  entries(`uk_bank_holiday_${place}`, "civil", "Caterers may be closed.", bankHolidayRows),
);

export const others: Entry[] = [...lunar, ...pagan, ...zoroastrian, ...bankHolidays];
