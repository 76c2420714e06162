/** What can happen to a loop. `detail` is what the history keeps beside it: never words that people may take back. */
const sentences = {
  received: () => "wrote down what people said",
  acknowledged: () => "told people that it had arrived",
  reworded: () => "changed how it is written down",
  answered: () => "answered",
  revised: (detail) => `revised the answer: ${detail.why}`,
  paused: (detail) => `stopped the clock: ${detail.reason}`,
  resumed: () => "let the clock run again",
  reported: (detail) => `told ${detail.told} of ${detail.of} people`,
  read: () => "Whoever asked came back with their code and read the answer",
  "links-made": (detail) => `made ${detail.count} private links`,
  "links-revoked": (detail) => `switched off ${detail.count} private links`,
  "taken-back": () => "Somebody took their words back",
  imported: () => "brought it in from a spreadsheet",
} as const satisfies Record<string, (detail: Record<string, string>) => string>;

export type LoopHistoryKind = keyof typeof sentences;

/** The end of a sentence that begins with who did it; a participant is not named. */
export function tellLoopHistory(kind: LoopHistoryKind, detail: Record<string, string>): string {
  return sentences[kind](detail);
}
