import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [
  { title: "Privacy – Kept" },
  { name: "description", content: "What these pages know about you: as little as possible." },
];

export default function Privacy() {
  return (
    <>
      <PageHeading
        title="Privacy"
        lede="You can read every public page without telling anybody who you are."
      />
      <SectionRule id="reading" title="When you read">
        <ul className="measure">
          <li>No cookie is set, nothing counts your visits, and nothing is loaded from other companies.</li>
          <li>The server writes down requests for a short time, so that faults and attacks can be found.</li>
        </ul>
      </SectionRule>
      <SectionRule id="working" title="When you work here for an organisation">
        <ul className="measure">
          <li>We keep your name, your email address, your role and where you are signed in.</li>
          <li>A cookie keeps you signed in. It does nothing else.</li>
          <li>Published entries say your role. Your name stands there only if you chose it.</li>
        </ul>
      </SectionRule>
      <SectionRule id="speaking" title="When you are asked something">
        <ul className="measure">
          <li>You need no account. A private link lets you answer one thing, and it runs out.</li>
          <li>Ethnic group and religion are never kept beside a name. Small counts are never published.</li>
          <li>
            You can take your words back. They are then destroyed, and a note says that words were withdrawn.
          </li>
        </ul>
      </SectionRule>
    </>
  );
}
