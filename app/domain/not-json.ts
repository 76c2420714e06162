/**
 * What to tell somebody whose file is no JSON, in words that are not the parser's.
 * @param error what `JSON.parse` threw; some of its messages name a position
 */
export function notJson(text: string, error: unknown): string {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  const line = position && text.slice(0, Number(position)).split("\n").length;
  const where = line ? `, in or near line ${line}` : "";
  return `This is not a JSON file: a comma, bracket or quotation mark is missing or too many${where}.`;
}
