import type { Answer } from "#app/domain/feedback/answer.ts";
import { groundNames, type CheckIn, type RefusalGround } from "#app/domain/feedback/open-door.ts";
import { Notice } from "../data/notice.tsx";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { Paragraphs } from "../journey/paragraphs.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { AnswerView } from "./answer-view.tsx";
import { CheckInForm } from "./check-in-form.tsx";

type Shown = {
  receivedOn: string;
  words: string;
  takenBack: boolean;
  state: "waiting" | "taken" | "refused" | "answered";
  reply: string | null;
  answer: { content: Answer; on: string; revised: boolean } | null;
  answerBy: string | null;
  checkIns: CheckIn[] | null;
  refusal: { ground: RefusalGround; disputed: boolean } | null;
};

const states: Record<Shown["state"], string> = {
  waiting: "It has arrived and waits to be read.",
  taken: "It is taken up and will be answered.",
  refused: "It was refused. This is why:",
  answered: "This is the answer:",
};

type CaseViewProps = {
  found: Shown;
  code?: string;
  /** What the step just taken did. */
  told?: string | undefined;
};

/** What somebody asked, what came of it, and what they can do about it. Each step asks for the passphrase again. */
export function CaseView({ found, code = "", told }: CaseViewProps) {
  const due = found.checkIns?.find(({ state }) => state === "due");
  const later = found.checkIns?.find(({ state }) => state === "later");
  return (
    <>
      {told ? <Notice kind="saved">{told}</Notice> : null}
      <SectionRule id="case" title={`What you sent on ${formatDate(found.receivedOn)}`}>
        <div className="stack">
          {found.takenBack ? (
            <Notice kind="info">You took these words back. They are shown to nobody any more.</Notice>
          ) : (
            <blockquote className="said as-typed">{found.words}</blockquote>
          )}
          {found.takenBack && found.state === "waiting" ? null : <p>{states[found.state]}</p>}
          {found.refusal ? (
            <p>
              <b>{groundNames[found.refusal.ground]}.</b>
            </p>
          ) : null}
          {found.answer ? (
            <>
              <AnswerView answer={found.answer.content} />
              <p className="small soft">
                Answered on {formatDate(found.answer.on)}
                {found.answer.revised ? ", and answered otherwise before" : ""}.
              </p>
            </>
          ) : found.reply ? (
            <Paragraphs text={found.reply} className="measure" />
          ) : null}
          {found.refusal?.disputed ? (
            <Notice kind="info">
              You said that this ground is wrong. That is counted in public with the refusals, and the
              organisation and its board see it beside this one.
            </Notice>
          ) : null}
          {found.answerBy && found.state !== "answered" && !found.takenBack ? (
            <p>An answer is owed by {formatDate(found.answerBy)}.</p>
          ) : null}
          {!due && later ? (
            <Notice kind="info">
              From {formatDate(later.dueOn)} on we ask here whether anything happened to you for speaking.
            </Notice>
          ) : null}
        </div>
      </SectionRule>
      {due ? (
        <SectionRule
          id="check-in"
          title="Did anything happen to you for speaking?"
          lede={`It is ${due.day} days since you spoke. Only the board reads this.`}
        >
          <CheckInForm code={code} day={due.day} />
        </SectionRule>
      ) : null}
      <Wish
        code={code}
        wish="dispute"
        hidden={!found.refusal || found.refusal.disputed}
        title="This ground is wrong"
      >
        Something may be refused because it would harm somebody, not because it is unwelcome. Say so here and
        it is counted in public how many refusals are disputed. Nobody learns who you are. You can also ask
        again in other words.
      </Wish>
      <Wish code={code} wish="take-back" hidden={found.takenBack} title="Take my words back">
        Your words go, here and in public, with a note that they were taken back. That something was asked
        stays counted. This cannot be undone.
      </Wish>
      <Wish code={code} wish="forget-address" hidden={!found.checkIns} title="Do not write to me any more">
        If you left an address for the check-ins, it is deleted now.
      </Wish>
    </>
  );
}

type WishProps = { code: string; wish: string; hidden: boolean; title: string; children: string };

function Wish({ code, wish, hidden, title, children }: WishProps) {
  if (hidden) return null;
  return (
    <details className="more-words no-print">
      <summary>{title}</summary>
      <form method="post" className="stack">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="wish" value={wish} />
        <p>{children}</p>
        <label htmlFor={`again-${wish}`}>Your passphrase again</label>
        <input id={`again-${wish}`} name="passphrase" type="password" autoComplete="off" required />
        <Button variant={wish === "dispute" ? "second" : "danger"}>{title}</Button>
      </form>
    </details>
  );
}
