import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "#app/domain/record/canonical.ts";
import type { RecordFile, RecordFileEntry } from "#app/domain/record/record-file.ts";
import { verifyRecord } from "#app/domain/record/verify.ts";
import { nodeRecordCrypto } from "#db/record-crypto.server.ts";
import { ExampleLog, exampleLog, keyNumber } from "./example-log.ts";

const log = await exampleLog();
const honest = log.file();
const { head } = await verifyRecord(honest, nodeRecordCrypto);
const size = honest.entries.length;

/** The same log as somebody else was shown it: one word differs, and the organisation's own keys signed it. */
async function otherView(from: number): Promise<RecordFile> {
  const other = new ExampleLog(await keyNumber(1));
  for (const [number, item] of log.entries.entries()) {
    const kind = (JSON.parse(item.entry) as { kind: string }).kind;
    if (kind === "signing-key") other.rotate(await keyNumber(2));
    else if (kind === "withdrawn") other.withdraw({ entry: 4, reason: "consent-taken-back" });
    else other.append(kind, number === from ? { text: "Something else" } : { text: `Words ${number}` });
    if (number === size - 1) other.publish();
  }
  return other.file();
}

type Tampering =
  | { how: "edit the entry" | "edit the salt"; at: number; place: number; to: string }
  | { how: "edit the words" | "add to the words"; at: number; text: string }
  | { how: "delete" | "lose the row" | "drop the words" | "move"; at: number; to: number }
  | { how: "roll back"; to: number }
  | { how: "roll back to a checkpoint"; to: number }
  | { how: "split view"; at: number }
  | { how: "edit a checkpoint"; at: number; place: number; to: string };

const at = fc.nat(size - 1);
const place = fc.nat(1000);
const to = fc.constantFrom(..."0123456789abcdefXYZ+/");
const kinds = <How extends Tampering["how"]>(...how: How[]) => fc.constantFrom(...how);
const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({ how: kinds("edit the entry", "edit the salt"), at, place, to }),
  fc.record({ how: kinds("edit the words", "add to the words"), at, text: fc.string() }),
  fc.record({ how: kinds("delete", "lose the row", "drop the words", "move"), at, to: at }),
  fc.record({ how: kinds("roll back"), to: at }),
  fc.record({ how: kinds("roll back to a checkpoint"), to: fc.nat(honest.checkpoints.length - 2) }),
  fc.record({ how: kinds("split view"), at }),
  fc.record({ how: kinds("edit a checkpoint"), at: fc.nat(honest.checkpoints.length - 1), place, to }),
);

const setCharacter = (text: string, index: number, character: string) =>
  text.slice(0, index % text.length) + character + text.slice((index % text.length) + 1);

/** The tampered file. Equal to the honest one when the chosen change happens to change nothing. */
async function tamper(change: Tampering): Promise<RecordFile> {
  const entries: (RecordFileEntry | null)[] = [...honest.entries];
  const replace = (number: number, next: (item: RecordFileEntry) => RecordFileEntry | null) => {
    const item = entries[number];
    entries[number] = item ? next(item) : null;
    return { ...honest, entries };
  };
  switch (change.how) {
    case "edit the entry":
      return replace(change.at, (item) => ({
        ...item,
        entry: setCharacter(item.entry, change.place, change.to),
      }));
    case "edit the salt":
      return replace(change.at, (item) =>
        item.salt === undefined ? item : { ...item, salt: setCharacter(item.salt, change.place, change.to) },
      );
    case "edit the words":
    case "add to the words": {
      const key = change.how === "edit the words" ? "text" : "added";
      const bodyOf = (body: JsonObject | undefined) => body && { ...body, [key]: change.text };
      return replace(change.at, (item) => (item.body ? { ...item, body: bodyOf(item.body) ?? {} } : item));
    }
    case "delete":
      return {
        ...honest,
        entries: entries.toSpliced(change.at, 1),
        leaves: honest.leaves?.toSpliced(change.at, 1) ?? [],
      };
    case "lose the row":
      return replace(change.at, () => null);
    case "drop the words":
      return replace(change.at, ({ entry, tombstone }) => (tombstone ? { entry, tombstone } : { entry }));
    case "move": {
      const [moved] = entries.splice(change.at, 1);
      return { ...honest, entries: moved === undefined ? entries : entries.toSpliced(change.to, 0, moved) };
    }
    case "roll back":
      return {
        ...honest,
        entries: entries.slice(0, change.to),
        leaves: honest.leaves?.slice(0, change.to) ?? [],
      };
    case "roll back to a checkpoint": {
      const checkpoints = honest.checkpoints.slice(0, change.to + 1);
      const length = Number(checkpoints.at(-1)?.split("\n")[1]);
      const keys = honest.keys.slice(0, length < 14 ? 1 : 2);
      return {
        ...honest,
        keys,
        checkpoints,
        entries: entries.slice(0, length),
        leaves: honest.leaves?.slice(0, length) ?? [],
      };
    }
    case "split view":
      return otherView(change.at);
    case "edit a checkpoint": {
      const checkpoints = honest.checkpoints.map((text, number) =>
        number === change.at ? setCharacter(text, change.place, change.to) : text,
      );
      return { ...honest, checkpoints };
    }
  }
}

test(
  "1,000 random tamperings are all found by a verifier who looked before",
  { timeout: 120_000 },
  async () => {
    expect(head).toBeDefined();
    let changed = 0;
    const seen = new Set<string>();
    while (changed < 1000) {
      for (const change of fc.sample(tampering, 250)) {
        const file = await tamper(change);
        if (JSON.stringify(file) === JSON.stringify(honest)) continue;
        changed += 1;
        seen.add(change.how);
        const { outcome, findings } = await verifyRecord(file, nodeRecordCrypto, head ? [head] : []);
        expect(outcome, JSON.stringify(change)).toBe("broken");
        expect(findings.length).toBeGreaterThan(0);
      }
    }
    expect(seen.size).toBe(12);
  },
);
