import { countOf } from "#app/domain/counted.ts";
import type { PublicLoop } from "#app/domain/feedback/public-loops.ts";
import { newLinksWords } from "#app/domain/feedback/steps.ts";
import { channelNames } from "#app/domain/feedback/report-back.ts";
import { sourceNames } from "#app/domain/feedback/source.ts";
import { answerNames } from "#app/domain/feedback/answer.ts";
import { formatDate, listOf } from "../format.ts";
import { entryPath, journeyPath } from "../journey/journey-links.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { CommentsGone } from "./comments-gone.tsx";
import { AnswerView } from "./answer-view.tsx";
import { dueWords, loopMark, peopleWords } from "./loop-words.ts";
import { TallyBars } from "./tally-bars.tsx";

const whose = {
  "their-words": "In their own words",
  "agreed-words": "In words agreed with them",
  summary: "A summary they agreed to",
  "not-shown": "",
  shortened: "Shortened by the organisation, from words that somebody sent it",
  "own-summary": "A summary by the organisation",
  "summary-owed": "",
};

/** One thing that people said, and what came of it. What people say of the answer is as large as the answer. */
export function PublicLoopItem({ loop, slug }: { loop: PublicLoop; slug: string }) {
  return (
    <article className="loop-item" id={`loop-${loop.index}`}>
      <StatusMark {...loopMark(loop)} />
      <Said loop={loop} />
      {loop.answer ? <AnswerView answer={loop.answer} /> : null}
      {loop.sameExplanation > 1 ? (
        <p>
          <b>The same explanation is given for {loop.sameExplanation} things that people said.</b>
        </p>
      ) : null}
      <Clock loop={loop} />
      {loop.revisions.length > 0 ? (
        <ul className="small">
          {loop.revisions.map((revision) => (
            <li key={`${revision.on} ${revision.why}`}>
              Revised on {formatDate(revision.on)} (it said “{answerNames[revision.was]}” before):{" "}
              {revision.why}
            </li>
          ))}
        </ul>
      ) : null}
      <Told loop={loop} />
      <Verdict loop={loop} />
      <p className="small">
        <a href={entryPath(journeyPath(slug), loop.index)}>In the record</a>
      </p>
    </article>
  );
}

function Said({ loop }: { loop: PublicLoop }) {
  return (
    <div className="said">
      {loop.said ? (
        <p className="as-typed">{loop.said}</p>
      ) : (
        <p className="soft">
          {loop.takenBack
            ? loop.takenDown
              ? "The organisation took these words out of the record."
              : "The words were taken back."
            : loop.whose === "summary-owed"
              ? "Whoever asked allows a summary to be shown. The organisation has not written one."
              : "People did not agree to have their words shown."}
        </p>
      )}
      <p className="small soft">
        {[whose[loop.whose], loop.byWhom, `${peopleWords(loop.people)} said this${ofThoseThere(loop)}`]
          .filter(Boolean)
          .join("; ")}
        . {sourceNames[loop.source.kind]}: {loop.source.title}. Said {formatDate(loop.saidOn)}
        {loop.saidOn === loop.receivedOn ? "" : `, received ${formatDate(loop.receivedOn)}`}
        {loop.imported && loop.writtenOn
          ? `. Brought in from a spreadsheet on ${formatDate(loop.writtenOn)}: its dates are the organisation’s word`
          : ""}
        .
      </p>
      {loop.sameWords > 1 ? (
        <p>
          <b>The same words are written down {loop.sameWords} times here.</b>
        </p>
      ) : null}
      {loop.askedFor ? <p>They asked for: {loop.askedFor}</p> : null}
    </div>
  );
}

function ofThoseThere({ people, source }: PublicLoop): string {
  return source.people === undefined || source.people === people
    ? ""
    : `, of ${peopleWords(source.people)} who took part`;
}

function Clock({ loop }: { loop: PublicLoop }) {
  return (
    <p className="small">
      {dueWords(loop)}. {loop.acknowledgementLate ? "It was not acknowledged in the time promised. " : ""}
      {loop.pauses
        .map(
          ({ from, to, reason }) =>
            `The clock stood still from ${formatDate(from)}${to ? ` to ${formatDate(to)}` : ""}: ${reason}`,
        )
        .join(" ")}
    </p>
  );
}

function Told({ loop }: { loop: PublicLoop }) {
  if (!loop.answer) return null;
  if (loop.reports.length === 0)
    return (
      <p>
        <b>Nobody who spoke has been told.</b>
      </p>
    );
  return (
    <ul>
      {loop.reports.map((report) => (
        <li key={`${report.on} ${report.told}`}>
          Told on {formatDate(report.on)} by{" "}
          {listOf(report.channels.map((channel) => channelNames[channel].toLowerCase()))}
          {/* That somebody came back to their case is seen; all else is the organisation’s word. */}
          {report.channels.includes("case-page") ? "" : ", says the organisation"}:{" "}
          {report.reach === "all" ? (
            "everybody who spoke"
          ) : (
            <>
              {peopleWords(report.told)} of {peopleWords(report.of).replace(" people", "")}
              {report.reach === "few" ? <b>. Fewer than half were told</b> : null}
            </>
          )}
          .
        </li>
      ))}
    </ul>
  );
}

/** What the organisation did to links that people had: neither is forbidden, and both show. */
function linksTouched(loop: PublicLoop): string {
  const { switchedOff = 0 } = loop;
  return [
    newLinksWords(loop),
    switchedOff > 0
      ? `The organisation switched off ${countOf(switchedOff, "link")} and made no other in ${switchedOff === 1 ? "its" : "their"} place.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function Verdict({ loop }: { loop: PublicLoop }) {
  const { heard, asked } = loop;
  if (!loop.answer) return null;
  if (!heard)
    return (
      <p className="small">
        {asked === 0
          ? "Nobody has been asked whether this reflects what they said."
          : `${countOf(asked, "person was", "people were")} asked whether this reflects what they said. Too few have answered to show.`}{" "}
        {linksTouched(loop)}
      </p>
    );
  return (
    <>
      <TallyBars
        label="Does this reflect what people said?"
        rows={[
          { word: "Yes, it does", count: heard.yes },
          { word: "Partly", count: heard.partly },
          { word: "No", count: heard.no },
        ]}
      />
      <p className="small measure">
        {heard.changedYes} say that something changed, {heard.changedPartly} a little, {heard.changedNo}{" "}
        nothing, {heard.tooEarly} that it is too early. {countOf(asked, "person was", "people were")} given a
        private link. {linksTouched(loop)}
      </p>
      {loop.comments.map((comment, position) => (
        <blockquote className="said" key={position}>
          {comment}
        </blockquote>
      ))}
      <CommentsGone {...loop.commentsGone} />
    </>
  );
}
