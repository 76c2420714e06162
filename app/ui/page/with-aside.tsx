import type { ReactNode } from "react";

/** A main column with a narrow one beside it on a wide screen, and after it on a phone. */
export function WithAside({
  children,
  aside,
  label,
}: {
  children: ReactNode;
  aside: ReactNode;
  label: string;
}) {
  return (
    <div className="with-aside">
      <div>{children}</div>
      <aside aria-label={label}>{aside}</aside>
    </div>
  );
}
