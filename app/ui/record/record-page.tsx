import { countOf } from "#app/domain/counted.ts";
import { journeyPath, recordPath } from "../journey/journey-links.ts";

import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { DefinitionList } from "../data/definition-list.tsx";
import { DownloadList } from "../data/download-list.tsx";

export type RecordPageProps = {
  slug: string;
  organisation: string;
  /** Entries in the record. */
  size: number;
  /** What the record is called in its checkpoints. */
  origin: string;
  verifierKey: string;
  /** Absolute address of the journey. */
  url: string;
};

/** What the public record is, in plain words, and three ways to check it without trusting anybody. */
export function RecordPage({ slug, organisation, size, origin, verifierKey, url }: RecordPageProps) {
  const path = recordPath(slug);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: journeyPath(slug) },
          { label: "The record" },
        ]}
      />
      <PageHeading
        title="A record that nobody can quietly rewrite"
        lede={`Everything ${organisation} has published here is one numbered list. Things are added at its end. Nothing before the end can change without leaving a mark that your own computer can find.`}
      />
      <SectionRule id="check" title="Check it in this browser">
        <div className="stack" data-verify={`${path}/file`} hidden>
          <p>
            Your browser fetches the whole record and checks {countOf(size, "entry", "entries")}: every
            signature, the order, and the words against the marks left when they were recorded.
          </p>
          <label className="row">
            <input type="checkbox" /> <span>Remember in this browser how far the record went</span>
          </label>
          <p className="soft">
            With that, a later check sees whether anything was taken back since. It keeps the record’s name,
            length, fingerprint and key. It keeps nothing about you and sends nothing.
          </p>
          <p>
            <button type="button" className="button">
              Check the record
            </button>
          </p>
          <div data-result="" role="status" />
        </div>
        <noscript>
          <p>This browser runs no scripts. The next part shows how to check the record without it.</p>
        </noscript>
      </SectionRule>
      <SectionRule id="terminal" title="Check it with a program">
        <div className="stack measure">
          <p>
            With a copy of Kept on your own computer, this line checks the record and remembers what it saw:
          </p>
          <pre>
            <code>npm run cli -- verify {url}</code>
          </pre>
          <p>
            You need not trust our program either. The record follows open formats (C2SP tlog-tiles,
            tlog-checkpoint and signed-note), the ones that guard the Go language’s downloads. Any program
            that knows them can check it.
          </p>
        </div>
        <DefinitionList
          items={[
            { term: "Name of the record", value: <code>{origin}</code> },
            { term: "Key", value: <code>{verifierKey}</code> },
          ]}
        />
        <DownloadList
          items={[
            { href: `${path}/file`, label: "The whole record", about: "one JSON file" },
            { href: `${path}/checkpoint`, label: "The signed checkpoint", about: "text" },
            { href: `${path}/key`, label: "The key", about: "text" },
            { href: `${path}/bodies`, label: "The words with their salts", about: "JSON, page by page" },
          ]}
        />
      </SectionRule>
      <SectionRule id="how" title="How it works">
        <div className="stack measure">
          <p>
            Each entry gets a fingerprint. The fingerprints are joined two by two, and those again, until one
            is left for the whole list. {organisation}’s key signs that one. Change a letter anywhere and the
            last fingerprint no longer fits.
          </p>
          <p>
            Words can be taken back when somebody withdraws consent, asks for their details to be erased, or
            could come to harm. Then the words are destroyed, and a mark stays in their place that says why. A
            promise, a target, a status or a figure cannot be taken back. It can only be corrected, and both
            versions stay.
          </p>
          <p>
            Each entry has two dates: when it happened and when it was recorded. What was recorded more than
            30 days late is marked so.
          </p>
        </div>
      </SectionRule>
      <script src="/verify.js" type="module" />
    </>
  );
}
