import { rotateKey } from "./cli/record-rotate-key.ts";
import { stateFileOf } from "./cli/known-heads.ts";
import { verify } from "./cli/verify.ts";
import { withDatabase } from "./cli/with-database.ts";
import { rebuildProjections } from "#db/record.server.ts";

/** What a command came to: what to print, and whether scripts should take it for a success. */
export type Outcome = { lines: string[]; ok: boolean };

type Command = {
  /** As typed, with its arguments. */
  usage: string;
  what: string;
  arguments: number;
  run: (...given: string[]) => Promise<Outcome>;
};

const done = (line: string): Outcome => ({ lines: [line], ok: true });

/** `npm run cli -- <command>`: the application's operations from a terminal. */
export const commands: Record<string, Command> = {
  verify: {
    usage: "verify <address of a journey, or a record file or folder>",
    what: "checks a public record: signatures, order, words, and what was seen before",
    arguments: 1,
    run: async (target = "") => {
      const { outcome, line, findings } = await verify(target, stateFileOf(process.env));
      return { ok: outcome === "held", lines: [line, ...findings.map(({ detail }) => `- ${detail}`)] };
    },
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
    if (rest.length === command.arguments) return command.run(...rest);
    return { ok: false, lines: [`Use it like this: npm run cli -- ${command.usage}`] };
  }
  const list = Object.values(commands).map(({ usage, what }) => `  ${usage}\n      ${what}`);
  return { ok: false, lines: ["Commands (npm run cli -- <command>):", ...list] };
}
