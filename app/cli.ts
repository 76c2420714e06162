import { calendarLines, prayersLines } from "./cli/calendar.ts";
import { importFrameworkFile } from "./cli/framework-import.ts";
import { importAnswersFile } from "./cli/audit-import.ts";
import { importInstrument } from "./cli/instrument-import.ts";
import { rotateKey } from "./cli/record-rotate-key.ts";
import { stateFileOf } from "./cli/known-heads.ts";
import { verify } from "./cli/verify.ts";
import { withDatabase } from "./cli/with-database.ts";
import { rebuildProjections } from "#db/record.server.ts";

/** What a command came to: what to print, and whether scripts should take it for a success. */
export type Outcome = {
  lines: string[];
  ok: boolean;
  /** Why not; printed apart from the lines. */ errors?: string[];
};

type Command = {
  /** As typed, with its arguments. */
  usage: string;
  what: string;
  arguments: number | "flags";
  run: (...given: string[]) => Promise<Outcome>;
};

const done = (line: string): Outcome => ({ lines: [line], ok: true });

/** What was typed wrongly is said on standard error, so that standard output stays what scripts expect. */
async function printing(make: () => string[]): Promise<Outcome> {
  try {
    return { lines: make(), ok: true };
  } catch (error) {
    if (error instanceof RangeError) return { lines: [], ok: false, errors: [error.message] };
    throw error;
  }
}

/** `npm run cli -- <command>`: the application's operations from a terminal. */
export const commands: Record<string, Command> = {
  calendar: {
    usage:
      "calendar --from 2026-01-01 --to 2026-12-31 [--traditions islam,sikh] [--place Leeds] [--any-length] [--json]",
    what: "lists the observances between two days, with every date on which they may be kept",
    arguments: "flags",
    run: (...words) => printing(() => calendarLines(words)),
  },
  prayers: {
    usage: "prayers --date 2026-06-21 --lat 51.5 --lon -0.12 [--json]",
    what: "works out the day's prayer times at a place",
    arguments: "flags",
    run: (...words) => printing(() => prayersLines(words)),
  },
  verify: {
    usage: "verify <address of a journey, or a record file or folder>",
    what: "checks a public record: signatures, order, words, and what was seen before",
    arguments: 1,
    run: async (target = "") => {
      const { outcome, line, findings } = await verify(target, stateFileOf(process.env));
      return { ok: outcome === "held", lines: [line, ...findings.map(({ detail }) => `- ${detail}`)] };
    },
  },
  "framework import": {
    usage: "framework import <file> <organisation>",
    what: "adds a framework file to the organisation at /o/<organisation>, whole or not at all",
    arguments: 2,
    run: (file = "", slug = "") => withDatabase(() => importFrameworkFile(file, slug)),
  },
  "instrument import": {
    usage: "instrument import <file> <organisation>",
    what: "adds an audit instrument to the organisation at /o/<organisation>, whole or not at all",
    arguments: 2,
    run: (file = "", slug = "") => withDatabase(() => importInstrument(file, slug)),
  },
  "audit import": {
    usage: "audit import <file> <organisation> [--instrument id@version] [--check]",
    what: "adds past self-audit rounds from a CSV, Excel or JSON file, whole or not at all; --check only looks",
    arguments: "flags",
    run: (...words) => withDatabase(() => importAnswersFile(words)),
  },
  "record rotate-key": {
    usage: "record rotate-key",
    what: "changes the key that signs the public records",
    arguments: 0,
    run: async () => done(await rotateKey()),
  },
  "record rebuild": {
    usage: "record rebuild",
    what: "makes the directory of journeys anew from the public records",
    arguments: 0,
    run: () =>
      withDatabase(async () =>
        done(`Read ${await rebuildProjections()} records; the directory is made anew.`),
      ),
  },
};

/** Finds and runs the command; without one that is known, says which there are. */
export async function runCommand(given: readonly string[]): Promise<Outcome> {
  for (const words of [2, 1]) {
    const command = commands[given.slice(0, words).join(" ")];
    const rest = given.slice(words);
    if (given.length < words || !command) continue;
    if (command.arguments === "flags" || rest.length === command.arguments) return command.run(...rest);
    return { ok: false, lines: [`Use it like this: npm run cli -- ${command.usage}`] };
  }
  const asked = given.join(" ");
  const unknown = asked && asked !== "help" ? [`There is no command "${asked}".`, ""] : [];
  const list = Object.values(commands).map(({ usage, what }) => `  ${usage}\n      ${what}`);
  return { ok: false, lines: [...unknown, "Commands (npm run cli -- <command>):", ...list] };
}
