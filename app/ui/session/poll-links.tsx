import { Notice } from "../data/notice.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { PageHeading } from "../page/page-heading.tsx";

/** The private links of a poll, this once. */
export function PollLinks({ links, poll }: { links: string[]; poll: string }) {
  return (
    <>
      <PageHeading
        title="Your private links"
        lede="Give each person one of these. Whoever holds a link answers with it."
      />
      <Notice kind="warn">Copy them now: they are shown this once, and we keep no copy.</Notice>
      <ol className="numbered">
        {links.map((link) => (
          <li key={link}>
            <code>{link}</code>
          </li>
        ))}
      </ol>
      <ButtonLink href={poll}>See the answers</ButtonLink>
    </>
  );
}
