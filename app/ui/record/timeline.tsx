import type { ReactNode } from "react";

/** The thread of what happened: `TimelineItem`s, newest first. `more` when older items follow on another page. */
export function Timeline({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {children}
    </ol>
  );
}
