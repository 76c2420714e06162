/** What hosts need to know of one observance beyond its catalogue entry. */
export interface GuideRow {
  /** How its own date is fixed. */
  howDated: string;
  time: string;
  /** Where the catalogue's note is not enough. */
  food?: string;
  rooms: string;
  greeting: string;
  /** Texts and laws that set it, besides the source of the dates. */
  sources?: string[];
}

/** By observance id. */
export type GuideRows = Record<string, GuideRow>;
