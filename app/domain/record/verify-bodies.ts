import type { JsonObject } from "./canonical.ts";
import type { RecordCrypto } from "./crypto.ts";
import type { Finding } from "./finding.ts";
import type { RecordFile, RecordFileEntry } from "./record-file.ts";
import { readSealedEntry, sealHolds, type SealedEntry } from "./seal.ts";
import { canBeWithdrawn, readWithdrawal, WITHDRAWN } from "./withdrawal.ts";

/** An entry whose text could be read, with its body when the body is there and is the one that was sealed. */
export interface OpenedEntry {
  readonly number: number;
  readonly item: RecordFileEntry;
  readonly sealed: SealedEntry;
  readonly body?: JsonObject;
}

/** Opens every entry and checks each body that is there against the seal in its entry. */
export async function openEntries(
  file: RecordFile,
  crypto: RecordCrypto,
): Promise<{ opened: OpenedEntry[]; findings: Finding[] }> {
  const opened: OpenedEntry[] = [];
  const findings: Finding[] = [];
  for (const [number, item] of file.entries.entries()) {
    if (!item) continue;
    const sealed = readSealedEntry(item.entry);
    if (!sealed) {
      findings.push({ about: "entry", entry: number, detail: `Entry ${number} cannot be read.` });
      continue;
    }
    const { salt, body } = item;
    if (salt === undefined || body === undefined) {
      opened.push({ number, item, sealed });
      if (salt !== body) {
        const [left, gone] = salt === undefined ? ["words", "salt"] : ["salt", "words"];
        findings.push({
          about: "body",
          entry: number,
          detail: `Entry ${number} has its ${left} but not its ${gone}.`,
        });
      }
    } else if (await holds(sealed, { salt, body }, crypto)) {
      opened.push({ number, item, sealed, body });
    } else {
      opened.push({ number, item, sealed });
      findings.push({
        about: "body",
        entry: number,
        detail: `The words of entry ${number} are not those that were recorded: they do not match their seal.`,
      });
    }
  }
  return { opened, findings };
}

async function holds(sealed: SealedEntry, opened: { salt: string; body: JsonObject }, crypto: RecordCrypto) {
  try {
    return await sealHolds(sealed, opened, crypto);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Checks that words are missing only where a `withdrawn` entry says so, and that none says so in vain. */
export function checkWithdrawals(opened: readonly OpenedEntry[]): { withdrawn: number; findings: Finding[] } {
  const findings: Finding[] = [];
  const find = (entry: number, detail: string) => findings.push({ about: "withdrawal", entry, detail });
  const kindOf = new Map(opened.map(({ number, sealed }) => [number, sealed.kind]));
  const withdrawals = new Map<number, { by: number; reason: string }>();

  for (const { number, sealed, body } of opened) {
    if (sealed.kind !== WITHDRAWN || !body) continue;
    const withdrawal = readWithdrawal(body);
    const kind = withdrawal && withdrawal.entry < number ? kindOf.get(withdrawal.entry) : undefined;
    if (!withdrawal || kind === undefined) {
      find(number, `Entry ${number} says that words were withdrawn, but names no earlier entry and reason.`);
    } else if (!canBeWithdrawn(kind)) {
      find(
        number,
        `Entry ${number} withdraws entry ${withdrawal.entry}, a “${kind}”: those may only be corrected.`,
      );
    } else {
      withdrawals.set(withdrawal.entry, { by: number, reason: withdrawal.reason });
    }
  }

  for (const { number, item } of opened) {
    const withdrawal = withdrawals.get(number);
    const { tombstone } = item;
    if (!withdrawal && item.body === undefined && item.salt === undefined) {
      find(number, `The words of entry ${number} are missing, and no later entry withdraws them.`);
    }
    if (withdrawal && (item.body !== undefined || item.salt !== undefined)) {
      find(number, `Entry ${withdrawal.by} withdraws the words of entry ${number}, but they are still here.`);
    }
    if (tombstone?.by !== withdrawal?.by || tombstone?.reason !== withdrawal?.reason) {
      find(number, `The tombstone of entry ${number} does not say what the log says of its withdrawal.`);
    }
  }
  return { withdrawn: withdrawals.size, findings };
}
