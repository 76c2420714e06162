import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import type { Instrument } from "#app/domain/audit/instrument.ts";
import { frameworkErrors } from "#app/domain/audit/known-framework.ts";
import { parseInstrument } from "#app/domain/audit/parse-instrument.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { importInstrument, listInstruments } from "./audit.server.ts";
import { listFrameworks } from "./framework.server.ts";

/** `anti-racism-in-co-production@1.0`. */
export function instrumentKey({ id, version }: Pick<Instrument, "id" | "version">): string {
  return `${id}@${version}`;
}

/** What a round may ask: the built-in instruments, then the organisation's own. */
export async function openableInstruments(scope: Scope): Promise<Instrument[]> {
  const own = await listInstruments(scope);
  return [...builtInInstruments, ...own.map(({ content }) => content)];
}

/** One of those, by `id@version`; undefined when it is not here. */
export async function findInstrument(scope: Scope, key: string): Promise<Instrument | undefined> {
  return (await openableInstruments(scope)).find((one) => instrumentKey(one) === key);
}

/**
 * Reads and stores an instrument file, whole or not at all.
 * @throws Refusal 400 (field `file`) with every error and its place, 409 for a version that is here already, 403
 */
export async function importInstrumentFile(scope: Scope, json: string): Promise<Instrument> {
  const parsed = parseInstrument(json);
  if (!parsed.ok) throw Refusal.invalid({ file: parsed.errors });
  const unknown = frameworkErrors(parsed.instrument, await listFrameworks(scope));
  if (unknown.length > 0) throw Refusal.invalid({ file: unknown });
  if (builtInInstruments.some((one) => instrumentKey(one) === instrumentKey(parsed.instrument)))
    throw Refusal.conflict("This is the instrument that comes with Kept. Give yours another id or version.");
  await importInstrument(scope, parsed.instrument);
  return parsed.instrument;
}
