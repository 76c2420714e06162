import { ButtonLink } from "../forms/button-link.tsx";
import { markKinds, markMeaning, type MarkKind } from "../marks/mark-kinds.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { JourneyCards } from "./journey-cards.tsx";

type HomePageProps = { organisations: Parameters<typeof JourneyCards>[0]["organisations"]; more: boolean };

const questions = [
  {
    ask: "What did they promise?",
    told: "Each promise in words, with a date, a measure and who answers for it.",
  },
  {
    ask: "What have they done?",
    told: "“Done” is what an organisation says. Beside it stands what the people affected say.",
  },
  {
    ask: "What changed on the way?",
    told: "A target lowered or a date moved stays in sight, with the reason that was given.",
  },
  {
    ask: "What is still owed?",
    told: "What is overdue or has stalled, counted in days and never tidied away.",
  },
];

const explained: Partial<Record<MarkKind, string>> = {
  "under-way": "A thread that is being paid out.",
  agreed: "A knot: the promise is kept, and the people affected agree.",
  "done-claimed": "Half a knot: the organisation says so, and nobody else has yet.",
  stalled: "A dotted thread: nothing moves.",
  overdue: "The thread has run past the date promised.",
  "target-moved": "The promise itself was changed.",
  tried: "It was tried in earnest and did not work. That is worth as much to others as a success.",
};

/** The first page: what this is, whose journeys there are, and how to read them. */
export function HomePage({ organisations, more }: HomePageProps) {
  return (
    <>
      <PageHeading
        thread
        title="Promises kept, and a record kept."
        lede="Organisations ask people from racialised communities for their time, their ideas and their stories. Here they say in public what they promise in return, and keep a record of what came of it that nobody can quietly rewrite."
        actions={
          <>
            <ButtonLink href="/journeys">Find an organisation</ButtonLink>
            <ButtonLink href="/recommendations" variant="second">
              Read the recommendations
            </ButtonLink>
          </>
        }
      />
      <SectionRule id="questions" title="Four questions every journey answers">
        <dl className="questions">
          {questions.map(({ ask, told }) => (
            <div key={ask}>
              <dt>{ask}</dt>
              <dd>{told}</dd>
            </div>
          ))}
        </dl>
      </SectionRule>
      {organisations.length > 0 ? (
        <SectionRule id="journeys" title="Journeys">
          <JourneyCards organisations={organisations} />
          {more ? (
            <p>
              <a href="/journeys">All journeys</a>
            </p>
          ) : null}
        </SectionRule>
      ) : null}
      <SectionRule
        id="reading"
        title="How to read a thread"
        lede="A promise is a thread that an organisation pays out over time. Every mark has a shape, a word and a colour."
      >
        <dl className="facts">
          {markKinds.flatMap((kind) =>
            explained[kind] ? (
              <div key={kind}>
                <dt>
                  <StatusMark kind={kind} word={markMeaning[kind].word} />
                </dt>
                <dd>{explained[kind]}</dd>
              </div>
            ) : (
              []
            ),
          )}
        </dl>
      </SectionRule>
      <SectionRule id="trust" title="You need not take anybody’s word for it">
        <div className="measure stack">
          <p>
            What an organisation publishes goes into a numbered, signed record. Nothing in it can be changed
            or taken out without an entry that says so. Anyone can check that with software that we did not
            write.
          </p>
          <p>
            People’s own words are different: whoever gave them can take them back. Then a note stands in
            their place.
          </p>
          <p>
            <a href="/about">More about Kept and where it comes from</a>
          </p>
        </div>
      </SectionRule>
    </>
  );
}
