import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type AnswersPlan, previewOf } from "#app/domain/audit/import-plan.ts";
import { voiceWords } from "#app/domain/audit/answer.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { readAnswersFile } from "#app/documents/read-answers.server.ts";
import { importAnswers } from "#db/audit-import.server.ts";
import { instrumentKey, openableInstruments } from "#db/audit-instruments.server.ts";
import { findOwner } from "#db/owner.server.ts";
import { londonToday } from "#db/today.server.ts";
import { organisationWord } from "./words.ts";

type Outcome = { ok: boolean; lines: string[]; errors?: string[] };

/**
 * Adds past audit rounds to an organisation, whole or not at all.
 * @param words file, organisation and flags, as typed
 * @returns what to print: each round with who was asked, or every row that is wrong
 */
export async function importAnswersFile(words: string[]): Promise<Outcome> {
  const given = readWords(words);
  if (!given)
    return refused(
      "Use it like this: npm run cli -- audit import <file> <organisation> [--instrument id@version] [--check]",
    );
  const bytes = await readFile(given.path).catch(() => undefined);
  if (!bytes) return refused(`There is no file ${given.path} that can be read.`);
  const owner = await findOwner(given.slug);
  if (!owner)
    return refused(`There is no organisation at /o/${given.slug}. Give the last part of its address.`);
  const scope = proveScope({ ...owner, role: "owner" });
  const instruments = new Map((await openableInstruments(scope)).map((one) => [instrumentKey(one), one]));
  const asked = given.instrument ? instruments.get(given.instrument) : [...instruments.values()][0];
  if (!asked)
    return refused(
      `There is no instrument ${given.instrument}. Here are: ${[...instruments.keys()].join(", ")}.`,
    );
  const today = londonToday();
  try {
    const read = await readAnswersFile(new Uint8Array(bytes), asked, (key) => instruments.get(key), today);
    if (!read.ok) return fileRefused(read.problems);
    if (!given.check) await importAnswers(scope, read.plan, today);
    const last = given.check
      ? "Nothing was stored: --check only looks."
      : "They are here, and can be compared.";
    return { ok: true, lines: [...planLines(read.plan), last] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error;
    return fileRefused(detail.kind === "invalid" ? Object.values(detail.fields).flat() : [error.message]);
  }
}

function readWords(words: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { instrument: { type: "string" }, check: { type: "boolean" } },
    });
    const [path, slug] = positionals;
    if (!path || !slug || positionals.length > 2) return undefined;
    return {
      path,
      slug: organisationWord(slug),
      instrument: values.instrument,
      check: values.check === true,
    };
  } catch {
    return undefined;
  }
}

function planLines(plan: AnswersPlan): string[] {
  const unread = plan.passedOver ?? [];
  const rounds = previewOf(plan).map(({ title, opensOn, closesOn, answers, voices }) => {
    const heard = voices.map(
      ({ voice, asked, answered, silent }) =>
        `${voiceWords[voice].toLowerCase()} ${answered} of ${asked}${silent ? " (stays silent)" : ""}`,
    );
    return `“${title}”, ${opensOn} to ${closesOn}: ${answers} answers; ${heard.join(", ")}.`;
  });
  return unread.length > 0 ? [...rounds, `Not read, and nothing of it kept: ${unread.join("; ")}.`] : rounds;
}

function fileRefused(problems: readonly string[]): Outcome {
  return refused("The file was refused; nothing was stored.", ...problems.map((line) => `- ${line}`));
}

function refused(...errors: string[]): Outcome {
  return { ok: false, lines: [], errors };
}
