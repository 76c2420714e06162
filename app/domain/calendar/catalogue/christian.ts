import { entries } from "./entries.ts";

const VEGAN = "Those who fast eat no meat, eggs or dairy; many eat no fish. Offer a good vegan meal.";
const ANY = "Ask what people eat; there is no common rule.";

export const christianWestern = entries("christian_western", "civil", ANY, [
  ["epiphany", "Epiphany", "minor", "holy-day", "The visit of the wise men."],
  ["ash_wednesday", "Ash Wednesday", "minor", "fast", "The first day of Lent.", "Some fast or eat no meat."],
  [
    "lent",
    "Lent",
    "minor",
    "season",
    "Forty days of preparing for Easter.",
    "Some give up meat, alcohol or sweet things.",
  ],
  ["palm_sunday", "Palm Sunday", "minor", "holy-day", "Holy Week begins."],
  ["maundy_thursday", "Maundy Thursday", "minor", "holy-day", "The Last Supper; services in the evening."],
  [
    "good_friday",
    "Good Friday",
    "major",
    "holy-day",
    "The death of Jesus; services from noon to three.",
    "Many eat no meat.",
  ],
  ["easter", "Easter Sunday", "major", "festival", "The resurrection of Jesus, the chief feast of the year."],
  ["ascension", "Ascension Day", "minor", "holy-day", "Forty days from Easter, on a Thursday."],
  ["pentecost", "Pentecost", "minor", "holy-day", "The coming of the Holy Spirit, fifty days from Easter."],
  ["all_saints", "All Saints’ Day", "minor", "holy-day", "The remembrance of all the saints."],
  [
    "christmas_eve",
    "Christmas Eve",
    "major",
    "holy-day",
    "The evening before Christmas, with late services; in many families it is the feast itself.",
  ],
  ["christmas", "Christmas Day", "major", "festival", "The birth of Jesus."],
]);

export const christianOrthodox = entries("christian_orthodox", "civil", ANY, [
  [
    "christmas",
    "Orthodox Christmas",
    "major",
    "festival",
    "Christmas by the Julian calendar; Greek churches keep 25 December.",
  ],
  ["theophany", "Orthodox Theophany", "minor", "holy-day", "The baptism of Jesus, by the Julian calendar."],
  ["great_lent", "Orthodox Great Lent", "fast", "fast", "The long fast before Easter.", VEGAN],
  [
    "good_friday",
    "Orthodox Good Friday",
    "major",
    "holy-day",
    "The death of Jesus; long services and a strict fast.",
    VEGAN,
  ],
  [
    "easter",
    "Orthodox Easter (Pascha)",
    "major",
    "festival",
    "The chief feast of the year; the service is at midnight.",
  ],
  ["pentecost", "Orthodox Pentecost", "minor", "holy-day", "Fifty days from Easter."],
  ["dormition_fast", "Dormition fast", "fast", "fast", "A fast of two weeks in August.", VEGAN],
  ["dormition", "Dormition of the Mother of God", "minor", "holy-day", "A great feast of Mary."],
  ["nativity_fast", "Nativity fast", "fast", "fast", "A fast of forty days before Christmas.", VEGAN],
]);

export const ethiopian = entries("ethiopian", "civil", ANY, [
  ["enkutatash", "Enkutatash", "major", "festival", "The Ethiopian new year."],
  ["meskel", "Meskel", "major", "festival", "The finding of the true cross; bonfires the evening before."],
  [
    "genna_christmas",
    "Genna (Ethiopian Christmas)",
    "major",
    "festival",
    "Christmas, kept on 7 January after a night of prayer.",
  ],
  ["timkat", "Timkat", "major", "festival", "The baptism of Jesus, with processions from the day before."],
  ["great_fast", "Abiy Tsom (Great Fast)", "fast", "fast", "Fifty-five days before Easter.", VEGAN],
  [
    "siklet_good_friday",
    "Siklet (Good Friday)",
    "major",
    "holy-day",
    "The death of Jesus; a day of prayer and strict fasting.",
    VEGAN,
  ],
  ["fasika_easter", "Fasika (Easter)", "major", "festival", "Easter, which ends the Great Fast."],
  [
    "fast_of_the_prophets",
    "Tsome Nebiyat (Fast of the Prophets)",
    "fast",
    "fast",
    "Forty-three days before Genna.",
    VEGAN,
  ],
  ["filseta_fast", "Filseta fast", "fast", "fast", "Two weeks before the Assumption of Mary.", VEGAN],
]);

export const rastafari = entries(
  "rastafari",
  "civil",
  "Many eat Ital: no meat, alcohol or processed food. Ask.",
  [
    [
      "ethiopian_christmas",
      "Ethiopian Christmas",
      "minor",
      "festival",
      "Christmas by the Ethiopian calendar.",
    ],
    [
      "birthday_haile_selassie",
      "Birthday of Haile Selassie I",
      "major",
      "festival",
      "The Emperor’s birth, with drumming and prayer.",
    ],
    ["ethiopian_new_year", "Ethiopian new year", "minor", "festival", "The first day of the Ethiopian year."],
    [
      "coronation_haile_selassie",
      "Coronation of Haile Selassie I",
      "major",
      "festival",
      "The Emperor’s crowning in 1930, a chief day of the year.",
    ],
  ],
);
