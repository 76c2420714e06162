import { SectionRule } from "../page/section-rule.tsx";
import { BlankLine } from "./blank-line.tsx";

const promises = [
  "The persona is made up. Nothing that could point to a real person is kept, and no name of mine goes into it.",
  "My group is named as a maker only if my group says so.",
  "I am paid for my time whether or not the persona is used.",
  "I can read what was written before anybody else does, and change it.",
  "It may be used to check sessions, surveys, venues and invitations, and for nothing else unless I am asked again.",
  "If it is published, it is under the licence that we chose together.",
  "My group can take it back any day with its private link, without a reason and without losing the pay. Its words then go everywhere.",
];

/** What the makers agree to, to be signed by hand. */
export function ConsentForm() {
  return (
    <SectionRule
      id="consent"
      title="Consent form"
      lede="Read it out aloud for those who prefer to listen. Each person keeps a copy."
    >
      <ul className="measure">
        {promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <BlankLine label="What is made, with whom, on which day" lines={2} />
      <BlankLine label="What each of us is paid, and when" />
      <BlankLine label="Licence, and day of the next review" />
      <BlankLine label="Name or mark, and day" />
      <BlankLine label="For the organisation: name, role, how to reach me" />
    </SectionRule>
  );
}
