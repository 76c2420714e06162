import { countOf } from "#app/domain/counted.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { findClockPromise } from "#db/feedback-clock.server.ts";
import { listOwed } from "#db/feedback-read.server.ts";
import { listCases } from "#db/open-door-moderation.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { LoopList } from "#app/ui/feedback/loop-list.tsx";

import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { SummaryFigures } from "#app/ui/page/summary-figures.tsx";

export const meta = () => [{ title: "Feedback – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [owed, promise, cases] = await Promise.all([
    listOwed(scope, today()),
    findClockPromise(scope),
    listCases(scope),
  ]);
  return {
    owed,
    promise,
    waiting: cases.filter(({ moderatedOn, takenBackOn }) => moderatedOn === null && takenBackOn === null)
      .length,
    mayEdit: can(scope.role, "workspace.edit"),
    mayReadProtected: can(scope.role, "protected-challenge.read"),
  };
});

export default function FeedbackPage() {
  const { owed, promise, waiting, mayEdit, mayReadProtected } = useLoaderData<typeof loader>();
  const room = `/o/${useParams().organisation}/feedback`;
  const { counts } = owed;
  return (
    <>
      <PageHeading
        title="Feedback"
        lede="What people said, and what came of it. A loop is closed only when the people who spoke were told."
        actions={
          <>
            {mayEdit ? <ButtonLink href={`${room}/loops/new`}>Write down what people said</ButtonLink> : null}
            <ButtonLink href={`${room}/loops`} variant="second">
              All loops
            </ButtonLink>
          </>
        }
      />
      {promise.version === 0 ? (
        <Notice kind="warn">
          <p>
            You have not promised how soon you answer. Until you do, we count {promise.acknowledgeWithin}{" "}
            working days to acknowledge and {promise.answerWithin} to answer.{" "}
            {mayEdit ? (
              <a href={`${room}/clock`}>Make the promise</a>
            ) : (
              "Owners and editors make the promise."
            )}
          </p>
        </Notice>
      ) : null}
      {counts.all === 0 ? (
        <EmptyState title="Nothing written down yet">
          {mayEdit ? (
            <>
              Write down one thing that people told you, then say what came of it. You can also{" "}
              <a href={`${room}/import`}>bring in a spreadsheet</a>.
            </>
          ) : (
            "Owners and editors write down what people told them, and what came of it."
          )}
        </EmptyState>
      ) : (
        <SummaryFigures
          figures={[
            { label: "Heard", value: counts.all, text: "things people said", href: `${room}/loops` },
            { label: "No answer", value: counts.open, text: `${owed.overdue.length} overdue` },
            {
              label: "Reported back",
              value: counts.closed,
              text: `${owed.untold.length} answered but untold`,
            },
            { label: "People say", value: counts.agreed, text: `agreed, ${owed.disputed.length} disputed` },
          ]}
        />
      )}
      <Owed id="overdue" title="Overdue" loops={owed.overdue} room={room} />
      <Owed id="nearly-due" title="Nearly due" loops={owed.nearlyDue} room={room} />
      <Owed id="untold" title="Answered, and nobody was told" loops={owed.untold} room={room} />
      <Owed id="disputed" title="People disagree" loops={owed.disputed} room={room} />
      <SectionRule id="more" title="More in this room">
        <ul className="stack">
          <li>
            <a href={`${room}/door`}>The open door</a>: {countOf(waiting, "case")} waiting
          </li>
          {mayReadProtected ? (
            <li>
              <a href={`${room}/protected`}>Protected challenges</a>: for the board alone
            </li>
          ) : null}
          <li>
            <a href={`${room}/attestations`}>Ask people whether promises were kept</a>
          </li>
          <li>
            <a href={`${room}/sources`}>Sources</a>: sessions, surveys, stories
          </li>
          <li>
            {mayEdit ? <a href={`${room}/clock`}>How soon we answer</a> : "How soon we answer"}:{" "}
            {promise.acknowledgeWithin} working days to acknowledge, {promise.answerWithin} to answer
          </li>
          <li>
            {mayEdit ? (
              <>
                <a href={`${room}/import`}>Bring in a spreadsheet</a>, or{" "}
                <a href={`${room}/export.csv`}>take everything out</a> (CSV)
              </>
            ) : (
              <>
                <a href={`${room}/export.csv`}>Take everything out</a> (CSV)
              </>
            )}
          </li>
        </ul>
      </SectionRule>
    </>
  );
}

type OwedProps = { id: string; title: string; room: string; loops: Parameters<typeof LoopList>[0]["loops"] };

function Owed({ id, title, loops, room }: OwedProps) {
  if (loops.length === 0) return null;
  return (
    <SectionRule id={id} title={`${title}: ${loops.length}`}>
      <LoopList loops={loops} base={`${room}/loops`} caption={title} />
    </SectionRule>
  );
}
