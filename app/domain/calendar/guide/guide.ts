import { ENTRIES } from "../catalogue/all.ts";
import { sourceOf } from "../catalogue/notes.ts";
import { type Entry } from "../observance.ts";
import { type Reading, readingOn } from "./reading.ts";
import { type GuideRows } from "./rows.ts";
import { bahai } from "./rows/bahai.ts";
import { buddhist } from "./rows/buddhist.ts";
import { bankHolidays } from "./rows/bank-holidays.ts";
import { christianOrthodox, christianWestern } from "./rows/christian.ts";
import { ethiopian, rastafari } from "./rows/ethiopian.ts";
import { hindu } from "./rows/hindu.ts";
import { jain, sikh } from "./rows/jain-sikh.ts";
import { islam } from "./rows/islam.ts";
import { judaism } from "./rows/judaism.ts";
import { lunar, pagan, zoroastrian } from "./rows/others.ts";

/** What a host needs to know about one observance. */
export interface Guide {
  tradition: string;
  id: string;
  name: string;
  what: string;
  howDated: string;
  time: string;
  food: string;
  rooms: string;
  greeting: string;
  sources: string[];
  /** Pages to read further. */
  reading: Reading[];
  /** Who from the community reviewed this text, or null: nobody from this community has reviewed this yet. */
  reviewedBy: string | null;
}

const ROWS: Record<string, GuideRows> = {
  bahai,
  buddhist,
  christian_orthodox: christianOrthodox,
  christian_western: christianWestern,
  ethiopian,
  hindu,
  islam,
  jain,
  judaism,
  lunar,
  pagan,
  rastafari,
  sikh,
  uk_bank_holiday_england_wales: bankHolidays,
  uk_bank_holiday_northern_ireland: bankHolidays,
  uk_bank_holiday_scotland: bankHolidays,
  zoroastrian,
};

function guideOf(entry: Entry): Guide {
  const row = ROWS[entry.tradition]?.[entry.id];
  if (!row) throw new RangeError(`observance: there is no guide to "${entry.id}" of "${entry.tradition}".`);
  return {
    tradition: entry.tradition,
    id: entry.id,
    name: entry.name,
    what: entry.what,
    howDated: row.howDated,
    time: row.time,
    food: row.food ?? entry.food,
    rooms: row.rooms,
    greeting: row.greeting,
    sources: [...(row.sources ?? []), sourceOf(entry.tradition)],
    reading: readingOn(entry.tradition, entry.id),
    reviewedBy: null,
  };
}

/** A guide to every observance of the calendar. */
export const GUIDES: Guide[] = ENTRIES.map(guideOf);

const byKey = new Map(GUIDES.map((guide) => [`${guide.tradition}/${guide.id}`, guide]));

export function findGuide(tradition: string, id: string): Guide | undefined {
  return byKey.get(`${tradition}/${id}`);
}
