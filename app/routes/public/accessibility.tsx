import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [
  { title: "Accessibility – Kept" },
  {
    name: "description",
    content: "How these pages are made so that everyone can use them, and what is not good enough yet.",
  },
];

export default function Accessibility() {
  return (
    <>
      <PageHeading
        title="Accessibility"
        lede="Everyone should be able to read what was promised to them. We aim for level AA of the Web Content Accessibility Guidelines 2.2."
      />
      <SectionRule id="how" title="What we do">
        <ul className="measure">
          <li>Public pages work without JavaScript, with the keyboard alone, on a phone and in print.</li>
          <li>Every picture of figures has the same facts beneath it as a table or in words.</li>
          <li>Nothing is said by colour alone: each status has a shape and a word too.</li>
          <li>
            Text is at least 14 pixels high, grows with your settings and follows your light or dark setting.
          </li>
          <li>Nothing moves by itself, and the little that moves stops when you ask for less motion.</li>
          <li>
            “Leave this site” takes you away at once. Pressing Shift three times does the same where
            JavaScript runs.
          </li>
        </ul>
      </SectionRule>
      <SectionRule id="not" title="What is not good enough yet">
        <ul className="measure">
          <li>Pages are in English only. There is no British Sign Language and no Easy Read version.</li>
          <li>Files that organisations attach as evidence are theirs; some may not be accessible.</li>
          <li>
            The pages are tested by software and by hand. They have not been tested by disabled people yet.
          </li>
        </ul>
      </SectionRule>
      <SectionRule id="tell" title="If something stops you">
        <p className="measure">
          Tell the organisation whose page it is. They can give you the same facts in another form, and they
          can pass on what has to change here.
        </p>
      </SectionRule>
    </>
  );
}
