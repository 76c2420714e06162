import type { EvidenceContent } from "../commitment/public.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** Evidence that is exchanged for other evidence has to be explained; its title may be made clearer. */
export function evidenceDifferences(before: EvidenceContent, after: EvidenceContent): Difference[] {
  return [
    ...reworded("Link", before.url ?? "", after.url ?? ""),
    ...reworded("File", fileWords(before), fileWords(after)),
    ...noted("Title", before.title, after.title),
  ];
}

// Two files of one name are told apart by the beginning of their hash.
function fileWords({ file }: EvidenceContent): string {
  return file ? `${file.name} (${file.sha256.slice(0, 8)})` : "";
}
