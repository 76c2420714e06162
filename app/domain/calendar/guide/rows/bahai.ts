import { type GuideRows } from "../rows.ts";

const LETTER = ["Universal House of Justice, letter of 10 July 2014"];
const OFF =
  "Bahá’ís stop work from sunset the evening before until sunset: keep both the day and that evening free.";

export const bahai: GuideRows = {
  naw_ruz: {
    howDated: "The day, sunset to sunset in Tehran, that holds the spring equinox: 20 or 21 March.",
    time: OFF,
    food: "The fast ends at sunset as the day begins: a feast follows. No alcohol.",
    rooms: "Families and communities meet in homes and halls; no room is needed from you.",
    greeting: "“Happy Naw-Rúz.”",
    sources: ["Kitáb-i-Aqdas, paragraph 16", ...LETTER],
  },
  ridvan_1: {
    howDated: "13 Jalál, the thirty-second day of the year: 20 or 21 April.",
    time: `${OFF} Communities elect their assemblies; many gather about two hours before sunset.`,
    rooms: "Gatherings are in homes and gardens; no room is needed from you.",
    greeting: "“Happy Ridván.”",
    sources: LETTER,
  },
  ridvan_9: {
    howDated: "2 Jamál, eight days after Ridván begins.",
    time: OFF,
    rooms: "Gatherings are in homes and gardens; no room is needed from you.",
    greeting: "“Happy Ridván.”",
    sources: LETTER,
  },
  ridvan_12: {
    howDated: "5 Jamál, eleven days after Ridván begins. National conventions meet about now.",
    time: `${OFF} Delegates may be away for some days.`,
    rooms: "Gatherings are in homes and gardens; no room is needed from you.",
    greeting: "“Happy Ridván.”",
    sources: LETTER,
  },
  declaration_of_bab: {
    howDated:
      "8 ‘Azamat: 23 or 24 May. It is kept about two hours after sunset on the evening that begins the day.",
    time: `${OFF} The evening is the chief hour.`,
    rooms: "No room is needed from you.",
    greeting: "“Happy Holy Day.”",
    sources: LETTER,
  },
  ascension_of_bahaullah: {
    howDated: "13 ‘Azamat: 28 or 29 May, at three in the morning.",
    time: `${OFF} People may have been up in the night.`,
    rooms: "Offer a quiet room if somebody keeps it with you.",
    greeting: "A quiet word. Do not wish anyone a happy day.",
    sources: LETTER,
  },
  martyrdom_of_bab: {
    howDated: "17 Rahmat: 9 or 10 July, at noon.",
    time: `${OFF} Prayers are said at about noon.`,
    rooms: "Offer a quiet room at noon if somebody is with you.",
    greeting: "A quiet word. Do not wish anyone a happy day.",
    sources: LETTER,
  },
  twin_birthday_bab: {
    howDated:
      "The first day after the eighth new moon that follows Naw-Rúz, so between mid-October and mid-November.",
    time: `${OFF} The next day is holy too: leave both.`,
    rooms: "No room is needed from you; neighbours are often invited.",
    greeting: "“Happy Twin Holy Birthdays.”",
    sources: LETTER,
  },
  twin_birthday_bahaullah: {
    howDated:
      "The second day after the eighth new moon that follows Naw-Rúz: the day after the Birth of the Báb.",
    time: `${OFF} The day before is holy too: leave both.`,
    rooms: "No room is needed from you; neighbours are often invited.",
    greeting: "“Happy Twin Holy Birthdays.”",
    sources: LETTER,
  },
  day_of_the_covenant: {
    howDated: "4 Qawl: 25 or 26 November.",
    time: "People work. Communities meet in the evening: end by six.",
    rooms: "No room is needed from you.",
    greeting: "“Happy Day of the Covenant.”",
    sources: LETTER,
  },
  ascension_of_abdul_baha: {
    howDated: "6 Qawl: 27 or 28 November, at one in the morning.",
    time: "People work, and may have been up in the night: do not start early.",
    rooms: "No room is needed from you.",
    greeting: "A quiet word. Do not wish anyone a happy day.",
    sources: LETTER,
  },
  fast: {
    howDated: "The nineteen days of the month of ‘Alá’, which end at Naw-Rúz: from 1 or 2 March.",
    time: "Keep it short, best in the morning, and end before sunset.",
    food: "No food or drink from sunrise to sunset for those who fast. The meal comes at sunset.",
    rooms: "Offer a quiet room to rest or pray in.",
    greeting: "“Happy Ayyám-i-Há” on the days before; during the fast, good wishes.",
    sources: ["Kitáb-i-Aqdas, paragraphs 10 and 16–17"],
  },
};
