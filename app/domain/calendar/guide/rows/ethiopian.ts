import { type GuideRows } from "../rows.ts";

const CHAPEL = "No special room is needed; a quiet room is welcome.";
const CHURCH = "People go to church; no room is needed from you.";
const VEGAN_FAST =
  "No meat, eggs or dairy for those who fast, and often no fish or oil. Bread, beans, fruit and olives do well.";

export const ethiopian: GuideRows = {
  enkutatash: {
    howDated: "1 Meskerem: 11 September, or 12 September before a leap year.",
    time: "Church in the morning, family after. Avoid the day.",
    food: "Meat may be eaten unless it is a Wednesday or Friday.",
    rooms: CHURCH,
    greeting: "“Melkam Addis Amet”; Eritreans say “Rehus Awde Amet”.",
  },
  meskel: {
    howDated:
      "17 Meskerem: 27 September, or 28 September before a leap year. The bonfire is the evening before.",
    time: "Avoid the evening before and the day. UK parishes often meet in a park at the weekend.",
    food: "Ask: Wednesdays and Fridays are fasts.",
    rooms: "The bonfire needs open ground: a park or a church yard.",
    greeting: "“Melkam Meskel.”",
  },
  genna_christmas: {
    howDated: "29 Tahsas: 7 January. The service lasts through the night.",
    time: "Avoid the evening before and the day: it follows a night without sleep.",
    food: "The fast of 43 days ends after the night service.",
    rooms: CHURCH,
    greeting: "“Melkam Genna”; in Eritrea “Rehus Ledet”.",
  },
  timkat: {
    howDated: "11 Ter: 19 January, or 20 January in a leap year. Processions set out the day before.",
    time: "Avoid the day, and the afternoon before. The next day is kept too.",
    food: "The day before is a fast. On the day there is none.",
    rooms: "Water is blessed outdoors: parishes may need a park or a pool.",
    greeting: "“Melkam Timkat.”",
  },
  great_fast: {
    howDated: "The fifty-five days before Easter.",
    time: "Nothing is eaten until the afternoon on weekdays: mornings find people hungry. Church is long at weekends.",
    food: `${VEGAN_FAST} Some eat nothing before three o’clock.`,
    rooms: CHAPEL,
    greeting: "“Melkam Tsom”: a good fast.",
  },
  siklet_good_friday: {
    howDated: "The Friday before Orthodox Easter.",
    time: "Plan nothing. People are in church from morning until evening, bowing many times.",
    food: "Nothing is eaten until evening; then vegan food.",
    rooms: CHURCH,
    greeting: "No “happy”. A quiet greeting.",
  },
  fasika_easter: {
    howDated: "The same Sunday as Orthodox Easter. The service ends about three in the morning.",
    time: "Plan nothing on the day, and begin late on the Monday.",
    food: "The fast of 55 days ends in the night: meat, eggs and butter again.",
    rooms: CHURCH,
    greeting: "“Melkam Fasika.”",
  },
  fast_of_the_prophets: {
    howDated: "Forty-three days before Genna, from 24 or 25 November.",
    time: "No day is barred. Lunch is late or left out.",
    food: VEGAN_FAST,
    rooms: CHAPEL,
    greeting: "“Melkam Tsom”: a good fast.",
  },
  filseta_fast: {
    howDated: "1 to 15 Nehase, from 7 August. Even children keep this fast.",
    time: "Services are held each day, many from noon to three. Mornings are better.",
    food: VEGAN_FAST,
    rooms: CHAPEL,
    greeting: "“Melkam Tsom”: a good fast.",
  },
};

export const rastafari: GuideRows = {
  ethiopian_christmas: {
    howDated: "7 January, with the Ethiopian church.",
    time: "Drumming and prayer go on into the night before. Ask before you choose the day.",
    rooms: "Gatherings are held in homes and tabernacles; no room is needed from you.",
    greeting: "“Give thanks and praise.”",
  },
  birthday_haile_selassie: {
    howDated: "23 July, the day he was born in 1892.",
    time: "Avoid the evening: a Nyabinghi gathering can last for days.",
    rooms: "Gatherings are outdoors and in halls. Never ask anybody to take off a head wrap or tam.",
    greeting: "“Blessed Earthday”, or “Give thanks”.",
  },
  ethiopian_new_year: {
    howDated: "11 September, or 12 September before a leap year, by the Ethiopian calendar.",
    time: "Ask before you choose the day; gatherings are in the evening.",
    rooms: "No room is needed from you.",
    greeting: "“Happy Ethiopian new year.”",
  },
  coronation_haile_selassie: {
    howDated: "2 November, the day he was crowned in Addis Ababa in 1930.",
    time: "Avoid the day and its evening: it is a chief day of the year.",
    rooms: "Gatherings are outdoors and in halls. Never ask anybody to take off a head wrap or tam.",
    greeting: "“Blessed Coronation Day”, or “Give thanks”.",
  },
};
