import { countOf } from "#app/domain/counted.ts";
import { Glyph } from "../marks/glyph.tsx";
import { Icon } from "../marks/icon.tsx";
import { formatDate } from "../format.ts";

type SealProps = {
  /** "complete": checked against its signatures; "broken": the check failed; "unchecked": not looked at by this page. */
  state: "complete" | "broken" | "unchecked";
  entries: number;
  /** ISO date of the last publication. */
  publishedOn: string;
  /** Where a reader can check the record. */
  href: string;
};

/** What the record says about itself, and the way to check it. */
export function Seal({ state, entries, publishedOn, href }: SealProps) {
  const sentence = {
    complete: "Record complete and unaltered",
    broken: "This record does not match its signatures",
    unchecked: "A signed record that anyone can check",
  }[state];
  return (
    <div className="seal" data-state={state}>
      {state === "complete" ? (
        <Glyph kind="agreed" size={20} />
      ) : (
        <Icon name={state === "broken" ? "warn" : "question"} />
      )}
      <p>
        {sentence}: {countOf(entries, "entry", "entries")}, last published {formatDate(publishedOn)}.{" "}
        <a href={href}>Check it yourself</a>
      </p>
    </div>
  );
}
