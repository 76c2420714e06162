import { ENTRIES } from "../catalogue/all.ts";
import { meetingNote, sourceOf } from "../catalogue/notes.ts";
import { type Entry } from "../observance.ts";
import { TRADITION_GUIDES } from "./traditions.ts";

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
  /** Who from the community reviewed this text, or null: nobody from this community has reviewed this yet. */
  reviewedBy: string | null;
}

const SOLEMN = new Set(["fast", "remembrance"]);

function guideOf(entry: Entry): Guide {
  const tradition = TRADITION_GUIDES[entry.tradition] ?? TRADITION_GUIDES["uk_bank_holiday"];
  if (!tradition) throw new RangeError(`tradition: there is no guide to "${entry.tradition}".`);
  return {
    tradition: entry.tradition,
    id: entry.id,
    name: entry.name,
    what: entry.what,
    howDated: tradition.howDated,
    time: meetingNote(entry),
    food: entry.food,
    rooms: tradition.rooms,
    greeting: SOLEMN.has(entry.kind)
      ? "Wish people well, and do not wish them a happy day."
      : tradition.greeting,
    sources: [sourceOf(entry.tradition)],
    reviewedBy: null,
  };
}

/** A guide to every observance of the calendar. */
export const GUIDES: Guide[] = ENTRIES.map(guideOf);

export function findGuide(tradition: string, id: string): Guide | undefined {
  return GUIDES.find((guide) => guide.tradition === tradition && guide.id === id);
}
