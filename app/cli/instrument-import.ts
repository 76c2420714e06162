import { readFile } from "node:fs/promises";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { importInstrumentFile } from "#db/audit-instruments.server.ts";
import { findOwner } from "#db/owner.server.ts";
import { organisationWord } from "./words.ts";

/**
 * Adds an audit instrument to an organisation, whole or not at all.
 * @returns what to print, with every error's place when the file is refused
 */
export async function importInstrument(
  path: string,
  organisation: string,
): Promise<{ ok: boolean; lines: string[]; errors?: string[] }> {
  const json = await readFile(path, "utf8").catch(() => undefined);
  if (json === undefined) return refused(`There is no file ${path} that can be read.`);
  const slug = organisationWord(organisation);
  const owner = await findOwner(slug);
  if (!owner) return refused(`There is no organisation at /o/${slug}. Give the last part of its address.`);
  try {
    const { title, version } = await importInstrumentFile(proveScope({ ...owner, role: "owner" }), json);
    return { ok: true, lines: [`“${title}”, version ${version}, is here. A round can ask it now.`] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error;
    const places = detail.kind === "invalid" ? Object.values(detail.fields).flat() : [error.message];
    return refused("The file was refused; nothing was stored.", ...places.map((line) => `- ${line}`));
  }
}

function refused(...errors: string[]) {
  return { ok: false, lines: [], errors };
}
