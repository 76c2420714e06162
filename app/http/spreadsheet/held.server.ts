import { randomBytes } from "node:crypto";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { CountableColumns } from "#app/domain/spreadsheet/columns.ts";

type Held = { userId: string; organisationId: string; until: number; table: CountableColumns };

/** Long enough to choose columns, short enough to be gone soon. In this process alone: nothing is written anywhere. */
const MINUTES = 20;
const MOST_HELD = 20;

const files = new Map<string, Held>();

/** Keeps the countable columns of a file between two pages of an import. @returns the word that finds them again */
export function holdSpreadsheet({ userId, organisationId }: Scope, table: CountableColumns): string {
  dropOld();
  if (files.size >= MOST_HELD) files.delete(files.keys().next().value!);
  const token = randomBytes(18).toString("base64url");
  files.set(token, { userId, organisationId, until: Date.now() + MINUTES * 60_000, table });
  return token;
}

/** What this person chose, while it is held. */
export function findSpreadsheet(
  { userId, organisationId }: Scope,
  token: string,
): CountableColumns | undefined {
  dropOld();
  const held = files.get(token);
  return held?.userId === userId && held.organisationId === organisationId ? held.table : undefined;
}

export function discardSpreadsheet(token: string): void {
  files.delete(token);
}

function dropOld(): void {
  for (const [token, { until }] of files) if (until < Date.now()) files.delete(token);
}
