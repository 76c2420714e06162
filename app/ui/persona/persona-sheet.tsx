import { areaNames } from "#app/domain/persona/words.ts";
import type { PersonaContent } from "#app/domain/persona/public.ts";
import { Notice } from "../data/notice.tsx";
import { Paragraphs } from "../commitment/paragraphs.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { ProvenanceFacts } from "./provenance-facts.tsx";

type Sheet = Omit<PersonaContent, "provenance"> & { provenance: PersonaContent["provenance"] | null };

/** Everything about one persona: who, strengths before needs, then who made it and on what terms. */
export function PersonaSheet({ persona }: { persona: Sheet }) {
  return (
    <>
      <div className="stack">
        {persona.example ? <ExampleNotice /> : null}
        <div className="measure">
          <Paragraphs text={persona.about} />
        </div>
      </div>
      {persona.strengths.length > 0 ? (
        <SectionRule id="strengths" title="Good at">
          <ul>
            {persona.strengths.map((strength) => (
              <li key={strength}>{strength}</li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
      {persona.hopes ? (
        <SectionRule id="hopes" title="Hopes">
          <Paragraphs text={persona.hopes} />
        </SectionRule>
      ) : null}
      <SectionRule id="needs" title="Needs" lede="What has to hold for this person to take part.">
        <NeedList needs={persona.needs} />
      </SectionRule>
      <SectionRule id="made" title="Who made it">
        <ProvenanceFacts provenance={persona.provenance} sources={persona.sources} />
      </SectionRule>
    </>
  );
}

export function ExampleNotice() {
  return (
    <Notice kind="warn">
      <p>
        This is an invented example. Nobody made it with a community: it shows how the page works, and must
        not be used to plan for real people.
      </p>
    </Notice>
  );
}

function NeedList({ needs }: { needs: Sheet["needs"] }) {
  if (needs.length === 0) return <p className="soft">No need is named yet.</p>;
  return (
    <ul className="stack">
      {needs.map(({ need, why, from }) => (
        <li key={need.id}>
          <b>{need.title}</b> <span className="soft">({areaNames[need.area]})</span>
          <br />
          {need.metBy}. <span className="soft">One can see it: {need.seenBy}.</span>
          {why ? (
            <>
              <br />
              Why: {why}
            </>
          ) : null}
          {from ? <span className="soft"> (from: {from})</span> : null}
        </li>
      ))}
    </ul>
  );
}
