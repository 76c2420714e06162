import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [
  { title: "About – Kept" },
  { name: "description", content: "What Kept is, and what it is not." },
];

export default function About() {
  return (
    <>
      <PageHeading
        title="About Kept"
        lede="Kept helps organisations that co-produce to promise, do and show. It helps everybody else to see whether they did."
      />
      <SectionRule id="why" title="Why it exists">
        <div className="measure stack">
          <p>
            People from racialised communities are asked again and again to share what they have lived
            through. Too often nobody tells them what came of it. A{" "}
            <a href="/recommendations">report by those who took part</a> says what ought to change. Kept turns
            its recommendations into promises that can be followed.
          </p>
        </div>
      </SectionRule>
      <SectionRule id="how" title="How the record works">
        <div className="measure stack">
          <p>
            Organisations work in private and publish when they are ready. Before they publish, they see what
            the public will see. Wherever a promise became smaller, they have to say why, and the reason is
            published beside it.
          </p>
          <p>
            Each publication adds numbered entries to a signed record. Every entry has two dates: when it
            happened, and when it was recorded. If more than 30 days lie between them, the page says so.
          </p>
          <p>
            A promise, a target, a status or a figure can be corrected, and the correction shows. It cannot be
            taken out. Words that someone gave can be taken back by them: a note then stands in their place.
          </p>
        </div>
      </SectionRule>
      <SectionRule id="not" title="What it is not">
        <div className="measure stack">
          <p>
            Kept gives no scores, ranks nobody and certifies nothing. A journey with setbacks in it may be the
            honest one. The record shows that words were not changed; it cannot show that they were true. That
            is why the people affected are asked, and why their answer stands beside the claim.
          </p>
        </div>
      </SectionRule>
    </>
  );
}
