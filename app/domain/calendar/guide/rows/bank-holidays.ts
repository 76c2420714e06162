import { type GuideRows } from "../rows.ts";

const ACT = "Banking and Financial Dealings Act 1971";
const ROYAL = ["Royal proclamation in the London Gazette"];
const OPEN = "Check that the building is open and heated, and who holds the keys.";

export const bankHolidays: GuideRows = {
  new_year: {
    howDated: "1 January, or the Monday after when that is a weekend.",
    time: "Plan nothing. Transport hardly runs.",
    rooms: OPEN,
    greeting: "“Happy new year”: other calendars begin on other days.",
    sources: [ACT],
  },
  "2nd_january": {
    howDated: "2 January in Scotland, or the next free weekday.",
    time: "Plan nothing in Scotland. In England and Wales it is a working day: people with family in Scotland may be away.",
    rooms: OPEN,
    greeting: "“Happy new year.”",
    sources: [ACT],
  },
  st_patrick: {
    howDated: "17 March in Northern Ireland, or the Monday after a weekend.",
    time: "Parades are by day. Irish people elsewhere may take leave.",
    rooms: OPEN,
    greeting: "“Happy St Patrick’s Day.” Jokes about drink are not a greeting.",
    sources: [ACT],
  },
  good_friday: {
    howDated: "The Friday before western Easter.",
    time: "Plan nothing. Orthodox Good Friday is most often on another date and is no holiday.",
    rooms: OPEN,
    greeting: "“Have a good weekend”; Christians keep a solemn day.",
    sources: ["Common law in England and Wales", ACT],
  },
  easter_monday: {
    howDated: "The Monday after western Easter, in England, Wales and Northern Ireland. Not in Scotland.",
    time: "Plan nothing; in Scotland many councils and schools close all the same.",
    rooms: OPEN,
    greeting: "“Happy Easter” to those who keep it.",
    sources: [ACT],
  },
  early_may: {
    howDated: "The first Monday in May.",
    time: "Plan nothing. Part-time staff who never work on Mondays should not lose by it.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: [ACT],
  },
  early_may_ve: {
    howDated: "Friday 8 May 2020 only, in place of that year’s first Monday.",
    time: "It is past; kept here so that old dates read right.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: ROYAL,
  },
  kings_coronation: {
    howDated: "Monday 8 May 2023 only.",
    time: "It is past; kept here so that old dates read right.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: ROYAL,
  },
  spring: {
    howDated: "The last Monday in May; in 2022 it was moved to 2 June.",
    time: "Plan nothing. It falls in half-term for most schools, so families may be away all week.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: [ACT],
  },
  queen_platinum: {
    howDated: "Friday 3 June 2022 only.",
    time: "It is past; kept here so that old dates read right.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: ROYAL,
  },
  world_cup: {
    howDated: "Monday 15 June 2026 only, in Scotland, after Scotland’s first match of the men’s World Cup.",
    time: "Plan nothing in Scotland that day.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: ROYAL,
  },
  battle_boyne: {
    howDated: "12 July in Northern Ireland, or the Monday after a weekend.",
    time: "Parades close roads, and bonfires burn the night before. Some people leave town or stay indoors: plan nothing for the days around it.",
    rooms: `${OPEN} Choose a place that everybody can reach without passing a parade.`,
    greeting: "None. It means pride to some and fear to others.",
    sources: [ACT],
  },
  summer: {
    howDated: "The first Monday in August in Scotland; the last in England, Wales and Northern Ireland.",
    time: "Plan nothing. Scottish schools are back before the English holiday.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: [ACT],
  },
  late_august: {
    howDated: "The last Monday in August in England, Wales and Northern Ireland. Not in Scotland.",
    time: "Plan nothing. Notting Hill Carnival, a chief day of Caribbean London, is that Sunday and Monday.",
    rooms: OPEN,
    greeting: "“Happy Carnival” to those who go.",
    sources: [ACT],
  },
  queens_bank_holiday: {
    howDated: "Monday 19 September 2022 only.",
    time: "It is past; kept here so that old dates read right.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: ROYAL,
  },
  st_andrew: {
    howDated: "30 November in Scotland, or the Monday after a weekend.",
    time: "Not every employer gives it: ask. Schools differ by council.",
    rooms: OPEN,
    greeting: "“Happy St Andrew’s Day.”",
    sources: ["St Andrew’s Day Bank Holiday (Scotland) Act 2007"],
  },
  christmas: {
    howDated: "25 December; a holiday follows on the next free weekday when that is a weekend.",
    time: "Plan nothing. There are no trains, and few buses.",
    rooms: OPEN,
    greeting: "“Happy Christmas” to those who keep it.",
    sources: ["Common law in England and Wales", ACT],
  },
  boxing_day: {
    howDated: "26 December, or the next free weekday.",
    time: "Plan nothing. Trains hardly run.",
    rooms: OPEN,
    greeting: "None is needed.",
    sources: [ACT],
  },
};
