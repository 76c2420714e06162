import { type GuideRows } from "../rows.ts";

const SHOES_OFF =
  "For prayers at your place: a clean room where shoes come off, and a small table. Ask before lamps are lit.";
const HOME = "People keep it at home or in the temple; no room is needed from you.";

export const jain: GuideRows = {
  mahavir_jayanti: {
    howDated: "The thirteenth day of the waxing moon of Chaitra, by sunrise.",
    time: "Temple and procession are in the morning. In the UK the gathering is often on the Sunday beside it.",
    rooms: SHOES_OFF,
    greeting: "“Jai Jinendra”, or “Happy Mahavir Jayanti”.",
  },
  paryushan_start: {
    howDated:
      "The eight days that end with Samvatsari, for Shvetambara Jains. Some almanacs begin on the twelfth of the waning moon.",
    time: "Talks and prayers are in the morning and evening. Plan nothing long in these eight days.",
    rooms: "Offer a quiet room, and boiled water kept for people who fast.",
    greeting: "“Jai Jinendra.”",
    sources: ["Kalpa Sutra, which is read in these days"],
  },
  paryushan_day: {
    howDated: "Each of the eight days to Samvatsari.",
    time: "Keep it short and end well before sunset: nothing is eaten after it.",
    rooms: "Offer a quiet room, and boiled water kept for people who fast.",
    greeting: "“Jai Jinendra.”",
  },
  samvatsari: {
    howDated:
      "The fourth day of the waxing moon of Bhadrapada; Sthanakvasi and Terapanth Jains keep the fifth.",
    time: "Avoid the day: the yearly confession takes three hours in the afternoon or evening.",
    rooms: "The confession is made in a hall or at home, seated on the floor.",
    greeting: "“Micchami dukkadam”: if I have hurt you, forgive me. Say it back.",
  },
  das_lakshana: {
    howDated: "Ten days from the fifth of the waxing moon of Bhadrapada, for Digambara Jains.",
    time: "Temple in the morning, talks in the evening. Avoid the last day, Anant Chaturdashi.",
    rooms: "Offer a quiet room, and boiled water kept for people who fast.",
    greeting: "“Jai Jinendra”; at the end “Uttam Kshama”.",
  },
  mahavira_nirvana: {
    howDated: "The new moon of Ashvina with Diwali; the offering is made at the next dawn.",
    time: "Avoid the day and the next morning, the first of the Jain year.",
    rooms: HOME,
    greeting: "“Jai Jinendra”, “Happy Diwali”; the next day “Saal Mubarak”.",
  },
};

const GURDWARA =
  "People go to the gurdwara; a clean room is welcome. Never ask anyone to take off a turban or kirpan.";
const LANGAR = "Vegetarian food, as in the gurdwara’s kitchen. No halal or kosher meat, alcohol or tobacco.";

export const sikh: GuideRows = {
  guru_gobind_singh_gurpurab: {
    howDated:
      "The seventh day of the waxing moon of Poh by the Amritsar almanac, so some years twice or not at all; 5 January by Nanakshahi.",
    time: "A reading of the whole scripture ends that morning. Avoid the morning and the evening.",
    food: LANGAR,
    rooms: GURDWARA,
    greeting: "“Happy Gurpurab.”",
  },
  hola_mohalla: {
    howDated:
      "The day after Holi by the Amritsar almanac; 14 March by the Mool Nanakshahi calendar. It lasts three days.",
    time: "Few UK gurdwaras keep all days; ask before you choose the weekend.",
    food: LANGAR,
    rooms: "Displays of martial skill need open ground.",
    greeting: "“Happy Hola Mohalla.”",
  },
  vaisakhi: {
    howDated: "1 Vaisakh: 13 or 14 April by the sun’s entry into Aries, 14 April by Nanakshahi.",
    time: "Avoid the day. Processions (nagar kirtan) fill whole Sundays through April: ask which is your town’s.",
    food: LANGAR,
    rooms: GURDWARA,
    greeting: "“Happy Vaisakhi”, or “Waheguru Ji Ka Khalsa, Waheguru Ji Ki Fateh” between Sikhs.",
  },
  martyrdom_guru_arjan: {
    howDated: "The fourth day of the waxing moon of Jeth by the Amritsar almanac; 16 June by Nanakshahi.",
    time: "Prayers are in the morning. Cool sweet drinks are given out in the street.",
    food: LANGAR,
    rooms: GURDWARA,
    greeting: "No “happy”. “Sat Sri Akal.”",
  },
  bandi_chhor: {
    howDated: "The new moon of autumn by the evening, with Diwali; Amritsar takes the later of two evenings.",
    time: "Avoid the evening: gurdwaras are lit and full.",
    food: LANGAR,
    rooms: GURDWARA,
    greeting: "“Happy Bandi Chhor Divas.” Do not assume that it is Diwali under another name.",
  },
  guru_nanak_gurpurab: {
    howDated: "The full moon of Katak by sunrise at Amritsar; 14 April by the Mool Nanakshahi calendar.",
    time: "Avoid the day. Singing begins before dawn; at about 1:20 in the night the birth is kept.",
    food: LANGAR,
    rooms: GURDWARA,
    greeting: "“Happy Gurpurab.”",
  },
  martyrdom_guru_tegh_bahadur: {
    howDated:
      "The fifth day of the waxing moon of Maghar by the Amritsar almanac; 24 November by Nanakshahi.",
    time: "Prayers are in the morning and evening.",
    food: LANGAR,
    rooms: GURDWARA,
    greeting: "No “happy”. “Sat Sri Akal.”",
  },
};
