import { howOften } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { PauseInput } from "#app/domain/feedback/clock-promise.ts";
import { stillTheirWords } from "#app/domain/feedback/door-words.ts";
import { tellLoopHistory } from "#app/domain/feedback/history.ts";
import { reportFields } from "#app/domain/feedback/report-back.ts";
import { wordsUseNames } from "#app/domain/feedback/said.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { endSentence } from "#app/domain/sentence-case.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listLoopHistory, requireLoop } from "#db/feedback-read.server.ts";
import { acknowledge } from "#db/feedback.server.ts";
import { reportBack } from "#db/feedback-answer.server.ts";
import { pauseClock, resumeClock } from "#db/feedback-pause.server.ts";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { AnswerView } from "#app/ui/feedback/answer-view.tsx";
import { ClockForms } from "#app/ui/feedback/clock-forms.tsx";
import { replyFor } from "#app/ui/feedback/field-of.ts";
import { HeardSection } from "#app/ui/feedback/heard-section.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { titleOf } from "#app/ui/feedback/loop-list.tsx";
import { dueWords, loopMark } from "#app/ui/feedback/loop-words.ts";
import { ReportForm, ReportList } from "#app/ui/feedback/report-form.tsx";
import { formatDate, formatInstant, londonDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { StatusMark } from "#app/ui/marks/status-mark.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Step = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("acknowledge") }),
  PauseInput.extend({ intent: z.literal("pause") }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("report"), ...reportFields }),
]);

export const meta = () => [{ title: "A loop – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const day = today();
  const loop = await requireLoop(scope, params.id ?? "", day);
  const history = await listLoopHistory(scope, loop.id);
  return {
    loop,
    day,
    mayEdit: can(scope.role, "workspace.edit"),
    history: history.map(({ id, kind, detail, happenedOn, recordedAt, by }) => ({
      id,
      happenedOn,
      recordedAt,
      sentence: endSentence(`${by ?? ""} ${tellLoopHistory(kind, detail)}`.trim()),
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  const here = `/o/${params.organisation}/feedback/loops/${id}`;
  return withForm(request, Step, async (step) => {
    switch (step.intent) {
      case "acknowledge":
        await acknowledge(scope, id, today());
        return redirectWithNotice(here, "Noted: people know that it arrived.");
      case "pause":
        await pauseClock(scope, id, step, today());
        return redirectWithNotice(here, "The clock is stopped. The reason is published.");
      case "resume":
        await resumeClock(scope, id, today());
        return redirectWithNotice(here, "The clock runs again.");
      case "report":
        await reportBack(scope, id, step, today());
        return redirectWithNotice(here, "Reported back. Now ask people whether it reflects what they said.");
    }
  });
});

export default function LoopPage() {
  const { loop, day, mayEdit, history } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const room = `/o/${useParams().organisation}/feedback`;
  const here = `${room}/loops/${loop.id}`;
  const current = loop.answers.at(-1);
  const shortened =
    loop.door && loop.door.words !== "" && !stillTheirWords(loop.door, loop.words) ? loop.door.words : "";
  const ownForm = reply?.values.intent === "pause" || reply?.values.intent === "report";
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading title={titleOf(loop)}>
        <div className="standing-now">
          <StatusMark {...loopMark(loop.view)} />
          <p>{dueWords(loop.view)}.</p>
        </div>
      </PageHeading>
      {ownForm ? null : <ErrorSummary errors={reply?.errors} />}
      {loop.takenBackOn ? (
        <Notice kind="warn">
          <p>
            Somebody took their words back on {formatDate(loop.takenBackOn)}. They are out of the public
            record.{" "}
            {loop.people > 1 && mayEdit ? (
              <a href={`${here}/words`}>Write down what the others said</a>
            ) : (
              "That something was said stays counted."
            )}
          </p>
        </Notice>
      ) : null}
      <SectionRule id="said" title="What people said">
        <div className="stack">
          {loop.words ? <blockquote className="said as-typed">{loop.words}</blockquote> : null}
          {shortened ? (
            <details className="more-words">
              <summary>As it was asked</summary>
              <blockquote className="said as-typed">{shortened}</blockquote>
              <p className="small soft">
                The words above were shortened here, and the public page says so. Whoever asked still reads
                their own.
              </p>
            </details>
          ) : null}
          <DefinitionList
            items={[
              { term: "Who said it", value: loop.byWhom },
              { term: "How many", value: String(loop.people) },
              { term: "What they asked for", value: loop.askedFor },
              { term: "Where", value: loop.source.title },
              { term: "Said on", value: formatDate(loop.saidOn) },
              { term: "Reached us on", value: formatDate(loop.receivedOn) },
              {
                term: "Acknowledged",
                value: loop.acknowledgedOn
                  ? formatDate(loop.acknowledgedOn)
                  : `not yet, ${loop.view.acknowledgementLate ? "was owed" : "owed"} by ${formatDate(loop.view.due.acknowledgeBy)}`,
              },
              { term: "What may be published", value: wordsUseNames[loop.wordsUse] },
              { term: "Summary", value: loop.summary },
            ]}
          />
          {mayEdit && !(loop.takenBackOn && loop.people === 1) ? (
            <p>
              <a href={`${here}/words`}>Correct how it is written down</a>
            </p>
          ) : null}
        </div>
      </SectionRule>
      <SectionRule id="answer" title="What came of it">
        <div className="stack">
          {current ? (
            <>
              <AnswerView answer={current.content} />
              <p className="small soft">
                Answered on {formatDate(current.answeredOn)}
                {loop.answers.length > 1 ? `, revised ${howOften(loop.answers.length - 1)}` : ""}.
              </p>
            </>
          ) : (
            <p>Nothing yet.</p>
          )}
          {loop.answers.length > 1 ? (
            <details className="more-words">
              <summary>Earlier answers</summary>
              {loop.answers.slice(0, -1).map((answer, position) => (
                <div key={answer.id}>
                  <AnswerView answer={answer.content} />
                  <p className="small soft">
                    From {formatDate(answer.answeredOn)}. Revised because: {loop.answers[position + 1]!.why}
                  </p>
                </div>
              ))}
            </details>
          ) : null}
          {mayEdit ? (
            <ButtonLink href={`${here}/answer`} variant={current ? "second" : "first"}>
              {current ? "Revise the answer" : "Answer"}
            </ButtonLink>
          ) : null}
        </div>
      </SectionRule>
      {current ? (
        <SectionRule
          id="told"
          title="Reported back"
          lede="Closed means that the people who spoke were told of this answer, not of an earlier one."
        >
          <ReportList reports={loop.reports} />
          {mayEdit ? (
            <ReportForm
              reply={replyFor(reply, "report")}
              day={day}
              people={loop.people}
              earliest={current.answeredOn}
            />
          ) : null}
        </SectionRule>
      ) : null}
      {current ? <HeardSection loop={loop} links={mayEdit ? `${here}/links` : undefined} /> : null}
      {!current && mayEdit ? <ClockForms reply={replyFor(reply, "pause")} loop={loop} /> : null}
      <SectionRule id="history" title="What happened here">
        <ul className="stack">
          {history.map(({ id, happenedOn, recordedAt, sentence }) => (
            <li key={id}>
              {sentence}{" "}
              <span className="soft">
                {londonDate(recordedAt) === happenedOn
                  ? formatInstant(recordedAt)
                  : `${formatDate(happenedOn)}, recorded ${formatInstant(recordedAt)}`}
              </span>
            </li>
          ))}
        </ul>
      </SectionRule>
    </>
  );
}
