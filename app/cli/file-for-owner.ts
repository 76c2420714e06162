import { readFile } from "node:fs/promises";
import { proveScope, type Scope } from "#app/domain/organisation/scope.ts";
import { findOwner } from "#db/owner.server.ts";
import { organisationWord } from "./words.ts";

/** What a command prints, and whether it did what was asked. */
export type Told = { ok: boolean; lines: string[]; errors?: string[] };

export function refused(...errors: string[]): Told {
  return { ok: false, lines: [], errors };
}

/**
 * Reads a file and hands it to `work` on behalf of an organisation's owner.
 * @param organisation the last part of its address, or the address
 * @returns what `work` tells, or that there is no such file or organisation
 */
export async function withFileForOwner(
  path: string,
  organisation: string,
  work: (scope: Scope, text: string) => Promise<Told>,
): Promise<Told> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return refused(`There is no file ${path} that can be read.`);
  const slug = organisationWord(organisation);
  const owner = await findOwner(slug);
  if (!owner) return refused(`There is no organisation at /o/${slug}. Give the last part of its address.`);
  return work(proveScope({ ...owner, role: "owner" }), text);
}
