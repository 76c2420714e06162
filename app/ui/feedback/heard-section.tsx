import { countOf } from "#app/domain/counted.ts";
import { channelNames, type Channel } from "#app/domain/feedback/report-back.ts";
import { fewestAnswers } from "#app/domain/feedback/loop.ts";
import type { LoopView } from "#app/domain/feedback/view.ts";
import { listOf } from "../format.ts";
import { ButtonLink } from "../forms/button-link.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { TallyBars } from "./tally-bars.tsx";

type Props = {
  loop: {
    asked: number;
    view: LoopView;
    comments: string[];
    wishes: { channel: string; count: number }[];
  };
  /** Where links are made; undefined for whoever may not. */
  links: string | undefined;
};

/** What the people who spoke say of the answer: counts from three up, and comments as their writers allowed. */
export function HeardSection({ loop, links }: Props) {
  const { heard, changed } = loop.view;
  return (
    <SectionRule
      id="heard"
      title="Does it reflect what people said?"
      lede="Each person answers over a private link of their own. You see counts from three answers up, and never who answered what."
    >
      <div className="stack">
        <p>{countOf(loop.asked, "person was", "people were")} given a private link so far.</p>
        {heard && changed ? (
          <div className="stack">
            <h3>Does this reflect what you said?</h3>
            <TallyBars
              label="Does this reflect what you said?"
              rows={[
                { word: "Yes", count: heard.yes },
                { word: "Partly", count: heard.partly },
                { word: "No", count: heard.no },
              ]}
            />
            <h3>Did anything change?</h3>
            <TallyBars
              label="Did anything change?"
              rows={[
                { word: "Yes", count: changed.yes },
                { word: "A little", count: changed.partly },
                { word: "No", count: changed.no },
                { word: "Too early to say", count: changed.tooEarly },
              ]}
            />
          </div>
        ) : (
          <p>Fewer than {fewestAnswers} people have answered, so there is nothing to show.</p>
        )}
        {loop.comments.length > 0 ? (
          <div className="stack">
            <h3>Comments you may read</h3>
            <ul className="stack">
              {loop.comments.map((comment, position) => (
                <li className="said" key={position}>
                  {comment}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {loop.wishes.length > 0 ? (
          <p>
            Next time people would rather be told by{" "}
            {listOf(
              loop.wishes.map(
                ({ channel, count }) => `${channelNames[channel as Channel].toLowerCase()} (${count})`,
              ),
            )}
            .
          </p>
        ) : null}
        {links ? (
          <ButtonLink href={links} variant="second">
            Ask the people who spoke
          </ButtonLink>
        ) : null}
      </div>
    </SectionRule>
  );
}
