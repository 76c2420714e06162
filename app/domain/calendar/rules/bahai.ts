import { SearchSunLongitude } from "astronomy-engine";
import { civilDay, type Day, dayOf } from "../days.ts";
import { moonPhase, type Sky } from "../panchang.ts";
import { oneDay, type Rule } from "../rule.ts";
import { sunset } from "../sun.ts";

const TEHRAN: Sky = { latitude: 35.6892, longitude: 51.389, offsetHours: 3.5 };
const AUTHORITY = "Bahá’í World Centre table of 2014, 172–221 BE";

/** Years whose equinox falls so near Tehran's sunset that the World Centre's table, not our sky, decides. */
const NAW_RUZ_BY_TABLE: ReadonlyMap<number, number> = new Map([[2026, 21]]);

/** The Bahá'í day, named by its daytime, that holds an instant: it begins at Tehran's sunset the day before. */
function dayHolding(instant: number): Day {
  const civil = civilDay(instant, TEHRAN.offsetHours);
  return instant >= sunset(civil, TEHRAN) ? civil + 1 : civil;
}

/** Naw-Rúz: the day, sunset to sunset in Tehran, on which the spring equinox falls. */
export function nawRuz(year: number): Day {
  const decided = NAW_RUZ_BY_TABLE.get(year);
  if (decided) return dayOf(year, 3, decided);
  const equinox = SearchSunLongitude(0, new Date(Date.UTC(year, 2, 10)), 20);
  if (!equinox) throw new RangeError("The spring equinox could not be found.");
  return dayHolding(equinox.date.getTime());
}

/** The first day after that of the eighth new moon following Naw-Rúz. */
function birthOfTheBab(year: number): Day {
  // A new moon on Naw-Rúz itself is not counted: so the World Centre for 2034.
  let newMoon = sunset(nawRuz(year), TEHRAN);
  for (let count = 0; count < 8; count++) newMoon = moonPhase(0, newMoon + (count === 0 ? 0 : 86_400_000));
  return dayHolding(newMoon) + 1;
}

const bahai = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("bahai", id, AUTHORITY, find, length ? { length } : {});

export const bahaiRules: Rule[] = [
  bahai("naw_ruz", nawRuz),
  bahai("ridvan_1", (year) => nawRuz(year) + 31),
  bahai("ridvan_9", (year) => nawRuz(year) + 39),
  bahai("ridvan_12", (year) => nawRuz(year) + 42),
  bahai("declaration_of_bab", (year) => nawRuz(year) + 64),
  bahai("ascension_of_bahaullah", (year) => nawRuz(year) + 69),
  bahai("martyrdom_of_bab", (year) => nawRuz(year) + 111),
  bahai("twin_birthday_bab", birthOfTheBab),
  bahai("twin_birthday_bahaullah", (year) => birthOfTheBab(year) + 1),
  bahai("day_of_the_covenant", (year) => nawRuz(year) + 250),
  bahai("ascension_of_abdul_baha", (year) => nawRuz(year) + 252),
  bahai("fast", (year) => nawRuz(year) - 19, 19),
];
