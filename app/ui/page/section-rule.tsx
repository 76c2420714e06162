import type { ReactNode } from "react";

type SectionRuleProps = {
  title: string;
  lede?: ReactNode;
  children: ReactNode;
  /** For links to the section; the heading gets `${id}-title`. */
  id: string;
  level?: 2 | 3;
  /** "ink" opens with the 2 px rule, "quiet" with a hairline, "plain" with space alone. */
  rule?: "ink" | "quiet" | "plain";
};

const rules = { ink: "section", quiet: "section section-quiet", plain: "section section-plain" };

/** A named section, opened by a rule. */
export function SectionRule({ title, lede, children, id, level = 2, rule = "ink" }: SectionRuleProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={rules[rule]} id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Heading id={`${id}-title`}>{title}</Heading>
        {lede ? <p>{lede}</p> : null}
      </div>
      {children}
    </section>
  );
}
