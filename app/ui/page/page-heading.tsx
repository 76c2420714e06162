import type { ReactNode } from "react";
import { HeadingThread } from "./heading-thread.tsx";

type PageHeadingProps = {
  title: string;
  /** One or two sentences: what this page answers. */
  lede?: ReactNode;
  /** Links and buttons that belong to the whole page; not printed. */
  actions?: ReactNode;
  /** What follows the lede at the same width, such as the `Seal`. */
  children?: ReactNode;
  /** Draws the thread in from the edge of a wide page: for the pages a stranger meets first. */
  thread?: boolean;
};

/** The page's one `h1`. */
export function PageHeading({ title, lede, actions, children, thread = false }: PageHeadingProps) {
  return (
    <div className="heading">
      <h1>{title}</h1>
      {lede ? <p className="lede">{lede}</p> : null}
      {children}
      {thread ? <HeadingThread /> : null}
      {actions ? <div className="heading-actions row">{actions}</div> : null}
    </div>
  );
}
