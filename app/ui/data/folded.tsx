import type { ReactNode } from "react";

/** A part of a page that opens where it is wanted. @param open open it from the start: it is what to do next, or has an error */
export function Folded({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="folded" open={open}>
      <summary>{title}</summary>
      <div className="folded-body">{children}</div>
    </details>
  );
}
