import { readFile } from "node:fs/promises";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { importFramework } from "#db/framework.server.ts";
import { findOwner } from "#db/owner.server.ts";
import { organisationWord } from "./words.ts";

/**
 * Adds a framework file to an organisation, whole or not at all.
 * @returns what to print, with every error's path when the file is refused
 */
export async function importFrameworkFile(
  path: string,
  organisation: string,
): Promise<{ ok: boolean; lines: string[]; errors?: string[] }> {
  const json = await readFile(path, "utf8").catch(() => undefined);
  if (json === undefined) return refused(`There is no file ${path} that can be read.`);
  const slug = organisationWord(organisation);
  const owner = await findOwner(slug);
  if (!owner) return refused(`There is no organisation at /o/${slug}. Give the last part of its address.`);
  const result = await importFramework(proveScope({ ...owner, role: "owner" }), json);
  if (result.ok)
    return { ok: true, lines: [`${result.key} is here. Its recommendations can be adopted now.`] };
  return refused(
    "The file was refused; nothing was stored.",
    ...result.errors.map(({ path: place, message }) => `- ${place}: ${message}`),
  );
}

function refused(...errors: string[]) {
  return { ok: false, lines: [], errors };
}
