import { listOf } from "../format.ts";
import { Notice } from "./notice.tsx";

/** Which columns of a file hold nothing we know, so that a misspelt heading is not lost in silence. */
export function ColumnsNotRead({ columns }: { columns: string[] }) {
  if (columns.length === 0) return null;
  const one = columns.length === 1;
  return (
    <Notice kind="warn">
      <p>
        {one ? "One column is not read" : `${columns.length} columns are not read`}, and nothing of{" "}
        {one ? "it" : "them"} is kept: {listOf(columns)}. If something you need is in{" "}
        {one ? "it" : "one of them"}, correct the name in row 1 and choose the file again.
      </p>
    </Notice>
  );
}
