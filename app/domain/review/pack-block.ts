import type { MeasureView } from "../journey/measure-view.ts";

/** A part of a pack. Every form (HTML, PDF, DOCX) draws the same parts in the same order. */
export type PackBlock =
  | {
      kind: "heading";
      level: 1 | 2 | 3 | 4;
      text: string;
      /** Begins a page where there are pages. */
      newPage?: boolean;
    }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  /** The first column names the row. */
  | { kind: "table"; caption: string; header: string[]; rows: string[][] }
  | { kind: "chart"; title: string; alt: string; measure: MeasureView };
