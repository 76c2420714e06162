import { type Entry, type Hours, type Kind, type Severity } from "../observance.ts";

/** id, name, severity, kind, what it is, and, where it differs from the tradition's, food and hours. */
export type Row = [
  id: string,
  name: string,
  severity: Severity,
  kind: Kind,
  what: string,
  food?: string | undefined,
  hours?: Hours,
];

/** Gives a tradition's rows the food note and hours they share. */
export function entries(tradition: string, hours: Hours, food: string, rows: Row[]): Entry[] {
  return rows.map(([id, name, severity, kind, what, ownFood, ownHours]) => ({
    tradition,
    id,
    name,
    severity,
    kind,
    hours: ownHours ?? hours,
    what,
    food: ownFood ?? food,
  }));
}
