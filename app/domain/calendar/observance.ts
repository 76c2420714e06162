import { type Status } from "./rule.ts";

export type Severity = "work-prohibited" | "fast" | "major" | "minor";
export type Kind = "festival" | "holy-day" | "fast" | "weekly" | "remembrance" | "season" | "bank-holiday";

/** One day on which an observance may be kept; ISO dates and UTC instants. */
export interface Variant {
  /** The daytime civil day. */
  date: string;
  /** The last daytime civil day, when the observance lasts longer than one. */
  endDate?: string;
  /** When it begins at the place asked for: often the evening before. */
  start: string;
  end: string;
  authority: string;
  status: Status;
}

export interface Observance {
  id: string;
  tradition: string;
  name: string;
  severity: Severity;
  kind: Kind;
  /** At least one; the most likely in the United Kingdom first. */
  variants: Variant[];
  /** What it means for a meeting. */
  meeting: string;
  food: string;
  source: string;
}

/** How the hours of a day are counted. */
export type Hours = "civil" | "jumuah" | "sunset" | "sabbath" | "dawn" | "sunrise";

/** Everything about an observance that does not change from year to year. */
export interface Entry {
  tradition: string;
  id: string;
  name: string;
  severity: Severity;
  kind: Kind;
  hours: Hours;
  what: string;
  food: string;
}
