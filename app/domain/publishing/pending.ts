import type { RecordState, Version } from "../record/state.ts";
import { differencesOf } from "./kinds.ts";
import type { Publishable } from "./publishable.ts";

/**
 * Which of a subject's versions the public has not seen. A room may list one subject several times, oldest first (a status
 * that changed twice since the last publication): whatever follows the version published last is pending.
 */
export function pendingVersions(
  state: RecordState,
  versions: readonly Publishable[],
): { latest: Version | undefined; pending: readonly Publishable[] } {
  const latest = state.subjects.get(versions[0]!.subject)?.at(-1);
  if (!latest) return { latest, pending: versions };
  // Words that were taken back stay taken back: publishing them again takes a new subject.
  if (!latest.body) return { latest, pending: [] };
  const seen = versions.findLastIndex((version) => isSame(latest, version));
  return { latest, pending: seen < 0 ? versions.slice(-1) : versions.slice(seen + 1) };
}

// The date counts: an update that happened on another day, a status that began earlier, is another statement.
function isSame(latest: Version, version: Publishable): boolean {
  return (
    latest.kind === version.kind &&
    (latest.effectiveOn === version.effectiveOn || !datedKinds.has(version.kind)) &&
    differencesOf(version.kind, latest.body!.content, version.content).length === 0
  );
}

/** Kinds whose date is part of what they say. A commitment's or measure's is only when its latest wording took effect. */
export const datedKinds: ReadonlySet<string> = new Set(["status", "update"]);
