import { Notice } from "../data/notice.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type Slip = { voice: string; url: string; qr: string };

/** Private links to hand out, one slip each, with a square to scan. */
export function LinkSlips({ slips, round }: { slips: Slip[]; round: string }) {
  return (
    <SectionRule
      id="links"
      title={slips.length === 1 ? "A link for one person" : `Links for ${slips.length} people`}
    >
      <Notice kind="warn">
        These links are shown this once. Print this page or copy them now. Give each to one person, and do not
        write down who got which.
      </Notice>
      <ul className="link-slips">
        {slips.map(({ voice, url, qr }) => (
          <li key={url}>
            <span
              role="img"
              aria-label="The same address as a square to scan"
              dangerouslySetInnerHTML={{ __html: qr }}
            />
            <p>
              <b>{round}</b>, {voice.toLowerCase()}. Your answers are not kept with your name.
              <br />
              <a href={url}>{url}</a>
            </p>
          </li>
        ))}
      </ul>
    </SectionRule>
  );
}
