import type { ReactNode } from "react";
import { Icon } from "../marks/icon.tsx";

const looks = {
  info: { icon: "info", word: "Note" },
  warn: { icon: "warn", word: "Take care" },
  saved: { icon: "tick", word: "Done" },
} as const;

/** A message about this page. "saved" is announced when the page opens with it. */
export function Notice({ kind, children }: { kind: keyof typeof looks; children: ReactNode }) {
  const { icon, word } = looks[kind];
  return (
    <div className={`notice notice-${kind}`} role={kind === "saved" ? "status" : undefined}>
      <Icon name={icon} />
      <div>
        <span className="visually-hidden">{word}: </span>
        {children}
      </div>
    </div>
  );
}
