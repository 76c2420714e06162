import { Glyph } from "./glyph.tsx";
import { markMeaning, type MarkKind } from "./mark-kinds.ts";

/** Shape, word and colour of a status together. `word` says it more exactly where we can: "18 days overdue". */
export function StatusMark({ kind, word }: { kind: MarkKind; word?: string }) {
  const meaning = markMeaning[kind];
  return (
    <span className={`status tone-${meaning.tone}`}>
      <Glyph kind={kind} size={22} />
      {word ?? meaning.word}
    </span>
  );
}
