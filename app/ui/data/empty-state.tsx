import type { ReactNode } from "react";
import { ThreadMark } from "../marks/thread-mark.tsx";

type EmptyStateProps = {
  title: string;
  /** Why it is empty and what this place is for. */
  children: ReactNode;
  /** What to do next. */
  action?: ReactNode;
  level?: 2 | 3;
};

/** A room with nothing in it yet: says what comes here and what to do next. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <ThreadMark height={30} />
      <Heading>{title}</Heading>
      <div>{children}</div>
      {action ? <div className="row">{action}</div> : null}
    </div>
  );
}
