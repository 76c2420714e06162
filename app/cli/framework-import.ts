import { importFramework } from "#db/framework.server.ts";
import { refused, type Told, withFileForOwner } from "./file-for-owner.ts";

/**
 * Adds a framework file to an organisation, whole or not at all.
 * @returns what to print, with every error's path when the file is refused
 */
export function importFrameworkFile(path: string, organisation: string): Promise<Told> {
  return withFileForOwner(path, organisation, async (scope, json) => {
    const result = await importFramework(scope, json);
    if (result.ok)
      return { ok: true, lines: [`${result.key} is here. Its recommendations can be adopted now.`] };
    return refused(
      "The file was refused; nothing was stored.",
      ...result.errors.map(({ path: place, message }) => `- ${place}: ${message}`),
    );
  });
}
