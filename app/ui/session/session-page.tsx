import type { ComponentProps } from "react";
import type { FormReply } from "#app/domain/form-reply.ts";
import type { SessionCheck } from "#app/domain/session/check-session.ts";
import {
  breaksInWords,
  facilityNames,
  type Facility,
  type Pause,
} from "#app/domain/session/session-input.ts";
import { sessionStatuses, sessionStatusNames, type SessionStatus } from "#app/domain/session/status.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { typedOr, versionOf } from "../commitment/form-values.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { CheckResult } from "./check-result.tsx";
import { SessionChanges } from "./session-changes.tsx";
import { sessionTimes } from "./session-words.ts";

type Session = {
  id: string;
  title: string;
  purpose: string;
  communities: string;
  traditions: string[];
  startsAt: Date;
  endsAt: Date;
  daily: boolean;
  breaks: Pause[];
  online: boolean;
  venue: string;
  place: string;
  facilities: Facility[];
  catering: boolean;
  status: SessionStatus;
  shared: boolean;
  version: number;
};

type SessionPageProps = {
  session: Session;
  check: SessionCheck;
  /** Why serious conflicts were accepted. */
  reasons: string[];
  /** How it came to its times, oldest first. */
  changes: ComponentProps<typeof SessionChanges>["changes"];
  /** The newest version of the agreed behaviours. */
  handout: { title: string; version: number; behaviours: string[] } | undefined;
  mayEdit: boolean;
  base: string;
  reply: FormReply | undefined;
};

/** One session: what is planned, whom it keeps away, and what came of it. */
export function SessionPage(props: SessionPageProps) {
  const { session, check, reasons, changes, handout, mayEdit, base, reply } = props;
  const list = base.slice(0, base.lastIndexOf("/"));
  return (
    <>
      <PageHeading
        title={session.title}
        lede={sessionTimes(session.startsAt, session.endsAt, session.daily)}
        actions={
          <>
            {mayEdit ? <ButtonLink href={`${base}/edit`}>Change it</ButtonLink> : null}
            <ButtonLink href={`${base}/preflight`} variant="second">
              Preflight
            </ButtonLink>
            {session.catering ? (
              <ButtonLink href={`${base}/food`} variant="second">
                Food
              </ButtonLink>
            ) : null}
            {mayEdit ? (
              <ButtonLink href={`${list}/new?like=${session.id}`} variant="quiet">
                Plan one like it
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${base}/session.ics`} variant="quiet">
              iCalendar
            </ButtonLink>
          </>
        }
      />
      <DefinitionList items={factsOf(session)} />
      <CheckResult check={check} saved />
      {reasons.length > 0 ? (
        <SectionRule id="reasons" title="Why the conflicts were accepted" rule="quiet">
          {reasons.map((reason) => (
            <p className="measure" key={reason}>
              {reason}
            </p>
          ))}
        </SectionRule>
      ) : null}
      <SessionChanges changes={changes} />
      <AgreedBehaviours handout={handout} href={`${list.slice(0, list.lastIndexOf("/"))}/handout`} />
      {mayEdit ? <StatusForm session={session} reply={reply} /> : null}
    </>
  );
}

/** The handout as it is shown at each session. */
function AgreedBehaviours({ handout, href }: { handout: SessionPageProps["handout"]; href: string }) {
  return (
    <SectionRule id="handout" title="What we agreed" rule="quiet">
      {handout ? (
        <>
          <p className="soft">
            {handout.title}, version {handout.version}. Show it at the session.
          </p>
          <ul>
            {handout.behaviours.map((behaviour) => (
              <li key={behaviour}>{behaviour}</li>
            ))}
          </ul>
          <p className="no-print">
            <a href={href}>Print it, large print and other languages</a>
          </p>
        </>
      ) : (
        <p>
          No behaviours are agreed yet. <a href={href}>Agree them with those who take part</a>.
        </p>
      )}
    </SectionRule>
  );
}

function factsOf(session: Session) {
  return [
    { term: "What it is for", value: session.purpose },
    { term: "Who is invited", value: session.communities },
    {
      term: "Traditions",
      value: session.traditions.length > 0 ? session.traditions.map(traditionName).join(", ") : "All",
    },
    { term: "Breaks", value: breaksInWords(session.breaks).replaceAll("\n", ", ") || "None" },
    {
      term: "Where",
      value: session.online ? "Online" : [session.venue, session.place].filter(Boolean).join(", "),
    },
    {
      term: "The venue has",
      value: session.facilities.map((one) => facilityNames[one]).join(", "),
    },
    { term: "Food", value: session.catering ? "Served" : "None" },
    { term: "State", value: sessionStatusNames[session.status] },
  ];
}

function StatusForm({ session, reply }: { session: Session; reply: FormReply | undefined }) {
  return (
    <SectionRule id="status" title="What came of it" rule="quiet">
      <Form errors={reply?.errors}>
        <HiddenVersion version={versionOf(reply, session.version)} />
        <RadioGroup
          name="status"
          label="State"
          required
          options={sessionStatuses.map((one) => ({ value: one, label: sessionStatusNames[one] }))}
          defaultValue={typedOr(reply, "status", session.status)}
          error={reply?.errors.status}
        />
        <CheckboxGroup
          name="shared"
          label="Public record"
          options={[
            {
              value: "on",
              label: "Publish with the next publication",
              hint: "Its name, day, what it met and why that was accepted. Never who came.",
            },
          ]}
          defaultValue={session.shared || reply?.values.shared ? ["on"] : []}
          error={reply?.errors.shared}
        />
        <div className="row">
          <Button variant="second">Save</Button>
        </div>
      </Form>
    </SectionRule>
  );
}
