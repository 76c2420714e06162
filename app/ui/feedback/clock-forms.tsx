import type { Pause } from "#app/domain/feedback/clock.ts";
import type { LoopView } from "#app/domain/feedback/view.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { fieldOf } from "./field-of.ts";

type Props = {
  reply: FormReply | undefined;
  loop: { acknowledgedOn: string | null; pauses: readonly Pause[]; view: LoopView };
};

/** What can be done while an answer is owed: say that it arrived, stop the clock, let it run. */
export function ClockForms({ reply, loop }: Props) {
  const stopped = loop.pauses.find(({ to }) => to === null);
  const { due } = loop.view;
  return (
    <SectionRule id="clock" title="The clock">
      <div className="stack">
        {loop.acknowledgedOn ? null : (
          <form method="post">
            <input type="hidden" name="intent" value="acknowledge" />
            <Button variant="second">People know that it arrived</Button>
          </form>
        )}
        {loop.pauses.length > 0 ? (
          <ul className="stack">
            {loop.pauses.map(({ from, to, reason }) => (
              <li key={`${from} ${reason}`}>
                {to
                  ? `Stopped from ${formatDate(from)} to ${formatDate(to)}`
                  : `Stopped since ${formatDate(from)}`}
                : {reason}
              </li>
            ))}
          </ul>
        ) : null}
        {stopped ? (
          <form method="post">
            <input type="hidden" name="intent" value="resume" />
            <Button variant="second">Let the clock run again</Button>
          </form>
        ) : due.state === "overdue" ? (
          <p>The answer was due on {formatDate(due.answerBy)}. A clock that has run out cannot be stopped.</p>
        ) : (
          <Form errors={reply?.errors}>
            <input type="hidden" name="intent" value="pause" />
            <TextArea
              {...fieldOf(reply)("reason")}
              label="Why the clock should stop"
              hint="It stops from today and moves the day back by as long as it stands. The reason is published."
              rows={2}
              required
            />
            <Button variant="second">Stop the clock</Button>
          </Form>
        )}
      </div>
    </SectionRule>
  );
}
