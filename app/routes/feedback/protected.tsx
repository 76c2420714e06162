import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { BoardAnswerInput } from "#app/domain/feedback/open-door.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { answerProtected, listProtected } from "#db/protected-challenge.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const BoardAnswer = BoardAnswerInput.extend({ id: z.uuid() });

export const meta = () => [{ title: "Protected challenges – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return {
    challenges: await listProtected(scope, today()),
    // One form at a time, so that each field has a name of its own.
    chosen: new URL(request.url).searchParams.get("answer"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return withForm(request, BoardAnswer, async ({ id, answer }) => {
    await answerProtected(scope, id, { answer }, today());
    return redirectWithNotice(
      `/o/${params.organisation}/feedback/protected`,
      "The answer waits for its writer.",
    );
  });
});

const happened = {
  no: "Nothing happened",
  yes: "Something happened",
  "rather-not-say": "Would rather not say",
};

export default function ProtectedPage() {
  const { challenges, chosen } = useLoaderData<typeof loader>();
  const harmed = challenges.filter((one) => one.harmed).length;
  const reply = useActionData<FormReply>();
  const open = challenges.some((one) => !one.answer && one.id === chosen && one.id === reply?.values.id);
  const room = `/o/${useParams().organisation}/feedback`;
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="Protected challenges"
        lede="From people inside the work who fear what speaking may cost them. The board reads this page; owners and editors cannot."
      />
      <StaleErrors reply={open ? undefined : reply} />
      {challenges.length === 0 ? (
        <EmptyState title="None has come in">
          The form on the public journey offers this way to people who fear consequences.
        </EmptyState>
      ) : null}
      {harmed > 0 ? (
        <Notice kind="warn">
          <p>
            <b>
              {countOf(harmed, "person says", "people say")} that something happened to them for speaking.
            </b>{" "}
            They stand first. Act on it, and do not ask the team who they might be.
          </p>
        </Notice>
      ) : null}
      {challenges.map((one) => {
        const own = reply?.values.id === one.id ? reply : undefined;
        return (
          <SectionRule
            key={one.id}
            id={`challenge-${one.id}`}
            title={`Received ${formatDate(one.receivedOn)}`}
          >
            <div className="stack">
              {one.harmed ? <Notice kind="warn">Something happened to them for speaking.</Notice> : null}
              {one.takenBackOn ? (
                <p>Its writer took the words back on {formatDate(one.takenBackOn)}.</p>
              ) : (
                <blockquote className="said as-typed">{one.words}</blockquote>
              )}
              {one.answer ? null : (
                <p className="small soft">
                  An answer {one.late ? "was owed by" : "is owed by"} {formatDate(one.answerBy)}.
                </p>
              )}
              {one.answer ? (
                <p>
                  Answered on {formatDate(one.answeredOn!)}: {one.answer}
                </p>
              ) : chosen !== one.id ? (
                <p>
                  <a href={`?answer=${one.id}#challenge-${one.id}`}>Answer it</a>
                </p>
              ) : (
                <Form errors={own?.errors}>
                  <input type="hidden" name="id" value={one.id} />
                  <TextArea {...fieldOf(own)("answer")} label="The board’s answer" rows={4} required />
                  <Button variant="second">Answer</Button>
                </Form>
              )}
              <h3>Did anything happen to them for speaking?</h3>
              <ul className="stack">
                {one.checkIns.map(({ day, dueOn, state }) => {
                  const given = one.given.find((check) => check.day === day);
                  return (
                    <li key={day}>
                      After {day} days:{" "}
                      {given
                        ? `${happened[given.happened]}. ${given.words}`
                        : state === "due"
                          ? `asked since ${formatDate(dueOn)}, no answer yet.`
                          : `asked from ${formatDate(dueOn)}.`}
                    </li>
                  );
                })}
              </ul>
            </div>
          </SectionRule>
        );
      })}
    </>
  );
}
