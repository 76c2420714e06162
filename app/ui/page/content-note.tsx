import type { ReactNode } from "react";

/** Stands before an account of harm: says what it is about and lets the reader choose to open it. Closed at first, also in print. */
export function ContentNote({ about, children }: { about: string; children: ReactNode }) {
  return (
    <details className="note">
      <summary>
        Content note: {about}
        <span>Open it if you wish to read it. Nothing else on this page depends on it.</span>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}
