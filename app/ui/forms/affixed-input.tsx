import type { ReactNode } from "react";

/** A control with a word or a sign before or after it; the label should say the unit too. */
export function AffixedInput({
  before,
  after,
  children,
}: {
  before?: string;
  after?: string;
  children: ReactNode;
}) {
  if (!before && !after) return children;
  return (
    <div className="affix">
      {before ? <span aria-hidden="true">{before}</span> : null}
      {children}
      {after ? <span aria-hidden="true">{after}</span> : null}
    </div>
  );
}
