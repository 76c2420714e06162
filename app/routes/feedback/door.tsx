import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { groundNames, RefusalInput, refusalGrounds } from "#app/domain/feedback/open-door.ts";
import { wordsUseNames } from "#app/domain/feedback/said.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listCases, refuseCase, takeUp } from "#db/open-door-moderation.server.ts";
import { today } from "#app/http/today.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Decision = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("take"), id: z.uuid() }),
  RefusalInput.extend({ intent: z.literal("refuse"), id: z.uuid() }),
]);

export const meta = () => [{ title: "The open door – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return {
    cases: await listCases(scope),
    mayEdit: can(scope.role, "workspace.edit"),
    // One form at a time, so that each field has a name of its own.
    chosen: new URL(request.url).searchParams.get("refuse"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const room = `/o/${params.organisation}/feedback`;
  return withForm(request, Decision, async (decision) => {
    if (decision.intent === "take") {
      const loopId = await takeUp(scope, decision.id, today());
      return redirectWithNotice(`${room}/loops/${loopId}`, "Taken up. The clock has run since it came in.");
    }
    await refuseCase(scope, decision.id, decision, today());
    return redirectWithNotice(`${room}/door`, "Refused, and counted in public under its ground.");
  });
});

export default function DoorPage() {
  const { cases, mayEdit, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const room = `/o/${useParams().organisation}/feedback`;
  const waiting = cases.filter(
    ({ moderatedOn, takenBackOn }) => moderatedOn === null && takenBackOn === null,
  );
  const takenBack = cases.filter(
    ({ moderatedOn, takenBackOn }) => moderatedOn === null && takenBackOn !== null,
  );
  const decided = cases.filter(({ moderatedOn }) => moderatedOn !== null);
  const shown = chosen !== null && chosen === reply?.values.id;
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="The open door"
        lede="What people ask or challenge without a name. You may refuse what would harm somebody, not what is unwelcome: every refusal is counted in public."
      />
      {cases.length === 0 ? (
        <EmptyState title="Nothing has come in">
          The form stands on your public journey as soon as you have published. What is sent there comes in
          here.
        </EmptyState>
      ) : null}
      <ErrorSummary errors={shown ? undefined : reply?.errors} />
      {waiting.map((one) => {
        const own = reply?.values.id === one.id ? reply : undefined;
        const field = fieldOf(own);
        return (
          <SectionRule
            key={one.id}
            id={`case-${one.id}`}
            title={`${one.kind === "ask" ? "A question" : "A challenge"}, ${formatDate(one.receivedOn)}`}
            lede={one.about ? `About: ${one.about}` : undefined}
          >
            <div className="stack">
              <blockquote className="said as-typed">{one.words}</blockquote>
              <p className="small soft">
                {wordsUseNames[one.wordsUse]}. Owed: that it arrived by {formatDate(one.acknowledgeBy)}, an
                answer by {formatDate(one.answerBy)}.
              </p>
              {mayEdit ? (
                <>
                  <form method="post">
                    <input type="hidden" name="intent" value="take" />
                    <input type="hidden" name="id" value={one.id} />
                    <Button variant="second">Take it up and answer</Button>
                  </form>
                  {chosen === one.id ? (
                    <Form errors={own?.errors}>
                      <input type="hidden" name="intent" value="refuse" />
                      <input type="hidden" name="id" value={one.id} />
                      <h3>Refuse it</h3>
                      <SelectField
                        {...field("ground")}
                        label="What harm it would do"
                        hint="Counted in public under this ground."
                        empty="Choose the ground"
                        options={refusalGrounds.map((value) => ({ value, label: groundNames[value] }))}
                        required
                      />
                      <TextArea
                        {...field("note")}
                        label="Why, in a sentence"
                        hint="Only the person who asked reads it. Say how they could send it again."
                        rows={3}
                        required
                      />
                      <Button variant="danger">Refuse it</Button>
                    </Form>
                  ) : (
                    <p>
                      <a href={`?refuse=${one.id}#case-${one.id}`}>It would harm somebody: refuse it</a>
                    </p>
                  )}
                </>
              ) : null}
            </div>
          </SectionRule>
        );
      })}
      {takenBack.length > 0 ? <p>{takenBack.length} taken back by who asked. They stay counted.</p> : null}
      {decided.length > 0 ? (
        <SectionRule id="decided" title="Decided">
          <ul className="stack">
            {decided.map((one) => (
              <li key={one.id}>
                {formatDate(one.receivedOn)}:{" "}
                {one.ground ? (
                  `refused, ${groundNames[one.ground].toLowerCase()}.${
                    one.refusalDisputedOn
                      ? ` Whoever asked says that this ground is wrong (${formatDate(one.refusalDisputedOn)}).`
                      : ""
                  }`
                ) : (
                  <a href={`${room}/loops/${one.loopId}`}>taken up</a>
                )}
              </li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
    </>
  );
}
