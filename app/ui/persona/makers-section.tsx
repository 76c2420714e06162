import { countOf } from "#app/domain/counted.ts";
import { Button } from "../forms/button.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type Props = {
  /** Where a link is made. */
  href: string;
  /** How many are open. */
  links: number;
  /** One was made just now: the button makes the next group's. */
  again?: boolean;
};

/** The way for the communities that made a persona to read it and to take it back. */
export function MakersSection({ href, links, again = false }: Props) {
  return (
    <SectionRule
      id="makers"
      title="The makers' own link"
      lede="Give each group that made it a private link. With it they can read the persona, confirm its review and take it back, without an account."
    >
      <p>{links === 0 ? "No link is open yet." : `${countOf(links, "link")} open.`}</p>
      <form method="post" action={href}>
        <Button variant="second">{again ? "Make another link" : "Make a private link"}</Button>
      </form>
    </SectionRule>
  );
}
