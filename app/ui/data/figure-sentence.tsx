import type { ReactNode } from "react";

/** A figure inside its sentence: "**31** of 31 things people told us have an answer". The number never stands alone. */
export function FigureSentence({ figure, children }: { figure: string | number; children: ReactNode }) {
  return (
    <p className="figure-sentence">
      <b>{figure}</b> {children}
    </p>
  );
}
