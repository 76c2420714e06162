import type { ReactNode } from "react";

type CardProps = {
  title: string;
  href?: string;
  level?: 2 | 3;
  children?: ReactNode;
  /** The last line, set apart: a date, a status. */
  foot?: ReactNode;
};

/** One thing among others of its kind, in a `.grid` or a list. */
export function Card({ title, href, level = 3, children, foot }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="card">
      <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
      {children}
      {foot ? <div className="card-foot">{foot}</div> : null}
    </article>
  );
}
