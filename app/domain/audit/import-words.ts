import { type Voice, voices, voiceWords } from "./answer.ts";
import { type Instrument, levels, levelWords } from "./instrument.ts";
import type { AuditAnswer } from "./answer.ts";
import { plainWord } from "../spreadsheet/plain-word.ts";

const voiceNames = new Map<string, Voice>(
  voices.flatMap((voice) =>
    [voice, voiceWords[voice], voice.replace(/s$/, "")].map((name) => [plainWord(name), voice]),
  ),
);

const levelNames = new Map<string, AuditAnswer["level"]>([
  ...levels.flatMap((level) =>
    [level, levelWords[level]].map((name): [string, AuditAnswer["level"]] => [plainWord(name), level]),
  ),
  ...["unknown", "I cannot tell", "Cannot tell", "Don't know"].map((name): [string, "unknown"] => [
    plainWord(name),
    "unknown",
  ]),
]);

/** A voice by its id or its name. */
export function readVoice(text: string): Voice | undefined {
  return voiceNames.get(plainWord(text));
}

/** A level by its id or its name; “I cannot tell” is one. */
export function readLevel(text: string): AuditAnswer["level"] | undefined {
  return levelNames.get(plainWord(text));
}

/** A question by its id or its title. */
export function readQuestion(instrument: Instrument, text: string): string | undefined {
  const wanted = plainWord(text);
  return instrument.questions.find(({ id, title }) => plainWord(id) === wanted || plainWord(title) === wanted)
    ?.id;
}
