/** What a JSON file holds, or what to tell whoever chose it. */
export type ReadJson = { ok: true; data: unknown } | { ok: false; problem: string };

/** Reads a JSON file, also one that begins with the mark that some editors write. What is wrong is said in words that are not the parser's. */
export function readJson(file: string): ReadJson {
  const text = file.replace(/^\uFEFF/, "");
  try {
    return { ok: true, data: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: notJson(text, error) };
  }
}

/** Some of the messages of `JSON.parse` name a position. */
function notJson(text: string, error: unknown): string {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  const line = position && text.slice(0, Number(position)).split("\n").length;
  const where = line ? `, in or near line ${line}` : "";
  return `This is not a JSON file: a comma, bracket or quotation mark is missing or too many${where}.`;
}
