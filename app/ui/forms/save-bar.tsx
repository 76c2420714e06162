import type { ReactNode } from "react";

/** The buttons of a long form, at the bottom edge while it scrolls. `note` says what saving does: "Only your organisation sees this." */
export function SaveBar({ children, note }: { children: ReactNode; note?: string }) {
  return (
    <div className="save-bar">
      {children}
      {note ? <p className="soft">{note}</p> : null}
    </div>
  );
}
