import { Feed } from "feed";
import type { Moment } from "#app/domain/journey/moment.ts";
import type { PublicEntry } from "#app/domain/record/public-entries.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { escapeMarkup } from "./markup.ts";

/** The newest entries that a feed holds. */
const ENTRIES_IN_FEED = 50;

export type FeedFacts = {
  title: string;
  /** Absolute address of the page that the feed follows. */
  page: string;
  /** Absolute address of the feed itself. */
  self: string;
  organisation: string;
  moments: readonly Moment[];
  entries: readonly PublicEntry[];
  /** Absolute address of an entry: its id, for ever. */
  permalink: (index: number) => string;
};

/**
 * An Atom feed of what was recorded, last recorded first: what was recorded late is news too. Withdrawn words stay in it
 * as a tombstone, under the same id and with a new date, so that readers' copies are replaced.
 */
export function atomFeed({
  title,
  page,
  self,
  organisation,
  moments,
  entries,
  permalink,
}: FeedFacts): string {
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]));
  const items = [...moments]
    .flatMap((moment) => ({ moment, entry: byIndex.get(moment.index) }))
    .flatMap(({ moment, entry }) => (entry ? [{ moment, entry, updated: updatedAt(entry) }] : []))
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : b.entry.index - a.entry.index))
    .slice(0, ENTRIES_IN_FEED);
  const feed = new Feed({
    id: self,
    title,
    link: page,
    feedLinks: { atom: self },
    author: { name: organisation },
    generator: "Kept",
    updated: new Date(items[0]?.updated ?? 0),
  });
  for (const { moment, entry, updated } of items) {
    feed.addItem({
      id: permalink(entry.index),
      link: permalink(entry.index),
      title: escapeMarkup(`${moment.word}: ${moment.title}`),
      date: new Date(updated),
      published: new Date(entry.recordedAt),
      description: paragraphs(moment)
        .map((text) => `<p>${escapeMarkup(text)}</p>`)
        .join(""),
    });
  }
  return feed.atom1();
}

function updatedAt(entry: PublicEntry): string {
  return entry.withdrawn?.recordedAt ?? entry.recordedAt;
}

function paragraphs(moment: Moment): string[] {
  const { withdrawn, late, on, recordedOn, text, contentNote, reason, differences } = moment;
  if (withdrawn)
    return [`These words were withdrawn on ${writtenDay(withdrawn.on)}. Reason given: ${withdrawn.because}`];
  return [
    ...(late
      ? [`Recorded late: it happened on ${writtenDay(on)} and was recorded on ${writtenDay(recordedOn)}.`]
      : []),
    // Feed readers fold nothing: words about harm are read on the page, after its note.
    ...(contentNote ? [`Content note: ${contentNote} Read it on the page.`] : text ? [text] : []),
    ...differences.map(({ field, was, now }) => `${field}: was ${was}, now ${now}.`),
    ...(reason ? [`Reason given: ${reason}`] : []),
  ];
}
