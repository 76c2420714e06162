/** What the observances of one tradition share. */
export interface TraditionGuide {
  howDated: string;
  rooms: string;
  greeting: string;
}

const QUIET_ROOM = "Offer a clean, quiet room, and say where it is on the invitation.";

export const TRADITION_GUIDES: Record<string, TraditionGuide> = {
  bahai: {
    howDated:
      "By a solar year that begins at the spring equinox in Tehran. Days begin at sunset. The World Centre publishes the dates.",
    rooms: QUIET_ROOM,
    greeting: "“Happy Naw-Rúz” or “Happy Ridván”, by the day.",
  },
  buddhist: {
    howDated: "By the moon. Countries and schools differ, so several dates are right.",
    rooms: QUIET_ROOM,
    greeting: "“Happy Vesak”, or “Losar tashi delek” at Losar.",
  },
  christian_orthodox: {
    howDated:
      "Easter follows the Julian calendar. Fixed feasts are thirteen days later in churches that keep that calendar.",
    rooms: QUIET_ROOM,
    greeting: "“Happy Easter” or “Happy Christmas”; at Easter many say “Christ is risen”.",
  },
  christian_western: {
    howDated:
      "Easter is the Sunday after the full moon of spring by the church’s tables; other days count from it or are fixed.",
    rooms: QUIET_ROOM,
    greeting: "“Happy Easter” or “Happy Christmas”. On Good Friday, a quiet greeting.",
  },
  ethiopian: {
    howDated: "By the Ethiopian calendar of thirteen months, with Easter as in the Orthodox churches.",
    rooms: QUIET_ROOM,
    greeting: "“Melkam” and the feast’s name: “Melkam Genna”.",
  },
  hindu: {
    howDated:
      "By the moon and sun as seen from a place, so India and London can differ by a day. Ask the local temple.",
    rooms: "Offer a clean room where shoes can be taken off.",
    greeting: "“Happy Diwali”, or “Shubh” and the festival’s name.",
  },
  islam: {
    howDated:
      "Months begin with the new moon’s sighting or by the Saudi calendar, so communities can differ by a day.",
    rooms: "Offer a clean room to pray in, its direction marked, and somewhere to wash hands, face and feet.",
    greeting: "“Eid mubarak” at Eid, “Ramadan mubarak” in Ramadan, “salaam” at any time.",
  },
  jain: {
    howDated: "By the moon. Shvetambara and Digambara communities keep some days apart.",
    rooms: QUIET_ROOM,
    greeting: "“Jai Jinendra”. After Samvatsari people say “Micchami dukkadam”: please forgive me.",
  },
  judaism: {
    howDated:
      "By a calculated calendar of moon and sun. Days begin at sunset the evening before and end at nightfall.",
    rooms: "Offer a quiet room, and a fridge kept for kosher food.",
    greeting: "“Chag sameach” at festivals, “Shabbat shalom” before Shabbat, “Shana tova” at the new year.",
  },
  lunar: {
    howDated: "By the Chinese calendar of moon and sun; Korea and Vietnam seldom differ.",
    rooms: "No special room is needed.",
    greeting: "“Happy Lunar New Year”, or the greeting in people’s own language.",
  },
  pagan: {
    howDated:
      "By the sun’s turning points and the days midway between them. Groups often meet on the nearest weekend.",
    rooms: "No special room is needed; some like to be outdoors.",
    greeting: "“Blessed be”, or the festival’s name.",
  },
  rastafari: {
    howDated: "By fixed dates and the Ethiopian calendar.",
    rooms: QUIET_ROOM,
    greeting: "“Give thanks” or “Blessed love”.",
  },
  sikh: {
    howDated:
      "By the printed almanac of Amritsar, or by the fixed Nanakshahi calendar of 2003. Ask the local gurdwara.",
    rooms: "Offer a clean room. Never ask anyone to take off a turban or kirpan.",
    greeting: "“Sat Sri Akal”, or “Happy Vaisakhi”.",
  },
  uk_bank_holiday: {
    howDated: "By law and proclamation; a holiday on a weekend moves to the next free weekday.",
    rooms: "Check that the building is open.",
    greeting: "None is needed.",
  },
  zoroastrian: {
    howDated:
      "Nowruz is at the spring equinox. Parsi days follow a year of 365 days and move a day earlier after each leap year.",
    rooms: "No special room is needed.",
    greeting: "“Nowruz mubarak” or “Navroz mubarak”.",
  },
};
