import { Refusal } from "#app/domain/refusal.ts";
import { importInstrumentFile } from "#db/audit-instruments.server.ts";
import { refused, type Told, withFileForOwner } from "./file-for-owner.ts";

/**
 * Adds an audit instrument to an organisation, whole or not at all.
 * @returns what to print, with every error's place when the file is refused
 */
export function importInstrument(path: string, organisation: string): Promise<Told> {
  return withFileForOwner(path, organisation, async (scope, json) => {
    try {
      const { title, version } = await importInstrumentFile(scope, json);
      return { ok: true, lines: [`“${title}”, version ${version}, is here. A round can ask it now.`] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { detail } = error;
      const places = detail.kind === "invalid" ? Object.values(detail.fields).flat() : [error.message];
      return refused("The file was refused; nothing was stored.", ...places.map((line) => `- ${line}`));
    }
  });
}
