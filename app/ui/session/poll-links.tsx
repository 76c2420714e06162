import { Notice } from "../data/notice.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { PageHeading } from "../page/page-heading.tsx";

/** The private links of a poll, this once. @param instead the number of a link that the only one here replaces */
export function PollLinks({ links, poll, instead }: { links: string[]; poll: string; instead?: number }) {
  return (
    <>
      <PageHeading
        title={instead ? `A new link ${instead}` : "Your private links"}
        lede={
          instead
            ? "The old one no longer works. Give this one to the person who had it."
            : "Give each person one of these. Whoever holds a link answers with it. Their numbers let you replace one that was lost."
        }
      />
      <Notice kind="warn">Copy them now: they are shown this once, and we keep no copy.</Notice>
      <ol className="measure" start={instead}>
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
