import { countOf } from "../counted.ts";
import type { RecordCrypto } from "./crypto.ts";
import type { Finding } from "./finding.ts";
import { keysInForce } from "./key-rotation.ts";
import { checkKnownHeads, knownHead, type KnownHead } from "./known-head.ts";
import type { RecordFile } from "./record-file.ts";
import { checkWithdrawals, openEntries } from "./verify-bodies.ts";
import { checkSignatures, readCheckpoints, readKeyTerms } from "./verify-checkpoints.ts";
import { compareWithLeaves } from "./verify-leaves.ts";
import { checkRoots, hashEntries, rootsAtSizes } from "./verify-tree.ts";

/** What verification came to. */
export interface Verification {
  /** Held: everything did. Incomplete: nothing was wrong, but this machine cannot check Ed25519 signatures. */
  readonly outcome: "held" | "incomplete" | "broken";
  /** One line for people. */
  readonly line: string;
  readonly findings: readonly Finding[];
  /** What the verifier should remember for next time; undefined when anything was wrong. */
  readonly head?: KnownHead;
}

/**
 * Verifies a whole public record: every signature, the number and order of entries at every signed size, what the
 * verifier saw before, every body that is there against its entry, and that words are missing only where the log
 * says they were withdrawn.
 *
 * @param known states of this log seen before, by the verifier or by anybody it trusts. Without any, the keys are
 *   taken on trust.
 */
export async function verifyRecord(
  file: RecordFile,
  crypto: RecordCrypto,
  known: readonly KnownHead[] = [],
): Promise<Verification> {
  const { checkpoints, ...reading } = readCheckpoints(file);
  const { opened, ...bodies } = await openEntries(file, crypto);
  const withdrawals = checkWithdrawals(opened);
  const keys = readKeyTerms(file, opened, known);
  const signatures = await checkSignatures(checkpoints, keys.terms, crypto);

  const heads = checkpoints.map(({ checkpoint }) => checkpoint);
  const latest = heads.at(-1);
  const sizes = new Set([...heads, ...known].map(({ size }) => size));
  const hashes = await hashEntries(file, crypto);
  const roots = await rootsAtSizes(hashes, sizes, crypto.sha256);
  const tree = checkRoots(heads, roots, file.entries.length);
  const entriesHold = latest !== undefined && tree.length === 0 && roots.has(latest.size);

  const findings = [
    ...reading.findings,
    ...keys.findings,
    ...signatures.findings,
    ...tree,
    ...(latest ? checkKnownHeads(known, latest, roots) : []),
    ...hashes.flatMap((hash, entry) => (hash ? [] : [lost(entry)])),
    ...(file.leaves ? compareWithLeaves(hashes, file.leaves, entriesHold) : []),
    ...bodies.findings,
    ...withdrawals.findings,
  ];

  const [first] = findings;
  if (first || !latest) {
    const count = countOf(findings.length, "thing is wrong", "things are wrong");
    return { outcome: "broken", line: `Did not hold: ${count}. ${first?.detail ?? ""}`.trim(), findings };
  }
  const key = keysInForce(keys.terms, latest.size).at(-1) ?? "";
  const since =
    known.length === 0 ? "first look, so the key is taken on trust" : "consistent with what was seen before";
  const withdrawn = `${withdrawals.withdrawn} withdrawn openly`;
  const size = countOf(latest.size, "entry", "entries");
  const signed = signatures.unchecked > 0 ? "signature not checked because this machine cannot" : "signed";
  return {
    outcome: signatures.unchecked > 0 ? "incomplete" : "held",
    line: `Held: ${size} of ${latest.origin}, ${signed}, complete and unaltered, ${withdrawn}; ${since}.`,
    findings,
    head: knownHead(latest, key),
  };
}

function lost(entry: number): Finding {
  return { about: "entry", entry, detail: `Entry ${entry} is missing.` };
}
