import { answerField } from "#app/domain/audit/answers-form.ts";
import { isInside, type Voice, voiceWords } from "#app/domain/audit/answer.ts";
import { type Instrument, levels, levelWords, type Question } from "#app/domain/audit/instrument.ts";
import type { RoundState } from "#app/domain/audit/round-state.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Notice } from "../data/notice.tsx";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { Form } from "../forms/form.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { AccountShell } from "../shell/account-shell.tsx";

type Props = {
  notice?: string;
  voice: Voice;
  state: RoundState;
  title: string;
  opensOn: string;
  closesOn: string;
  instrument: Instrument;
  /** What this person answered before, by field. */
  stored: Record<string, string>;
  reply: FormReply | undefined;
  day: string;
};

/** What the holder of a private link is asked. Complete without an account and without JavaScript. */
export function AnswerSheet({
  notice,
  voice,
  state,
  title,
  instrument,
  stored,
  reply,
  day,
  ...dates
}: Props) {
  if (state !== "open")
    return (
      <AccountShell title={title}>
        <p>
          {state === "closed"
            ? "This round is closed, so answers can no longer be given or changed. Thank you for looking."
            : `This round opens on ${formatDate(dates.opensOn)}. Keep this link and come back then.`}
        </p>
        <NotSaved instrument={instrument} reply={reply} />
      </AccountShell>
    );
  return (
    <AccountShell title={title}>
      {notice ? <Notice kind="saved">{notice}</Notice> : null}
      <p>
        You answer as one of: <b>{voiceWords[voice]}</b>. Your name is not asked and not kept. What you choose
        is shown only together with at least two other people of the same voice. What you write is read by the
        organisation: leave out what would give you away.
      </p>
      <p>
        Answer what you can, leave the rest, and come back with this link until {formatDate(dates.closesOn)}.
      </p>
      <Form errors={reply?.errors}>
        {instrument.questions.map((question) => (
          <QuestionFields
            key={question.id}
            question={question}
            inside={isInside(voice)}
            stored={stored}
            reply={reply}
            day={day}
          />
        ))}
        <Button>Save my answers</Button>
      </Form>
      {Object.keys(stored).length > 0 ? (
        <>
          <h2>Change your mind</h2>
          <p>
            You can take everything back until {formatDate(dates.closesOn)}. After that, what people said is
            told together and yours can no longer be picked out.
          </p>
          <Form>
            <input type="hidden" name="intent" value="withdraw" />
            <Button variant="second">Take my answers back</Button>
          </Form>
        </>
      ) : null}
    </AccountShell>
  );
}

/** What came too late is not thrown away before the eyes of the person who wrote it: they may want to say it elsewhere. */
function NotSaved({ instrument, reply }: Pick<Props, "instrument" | "reply">) {
  if (!reply) return null;
  const written = instrument.questions.flatMap(({ id, title }) =>
    (["evidence", "note"] as const).flatMap((part) => {
      const words = reply.values[answerField(part, id)];
      return typeof words === "string" && words.trim() ? [{ key: `${id}-${part}`, title, words }] : [];
    }),
  );
  return (
    <>
      <Notice kind="warn">
        What you have just sent came too late and was not saved. What you had saved before stays.
      </Notice>
      {written.length > 0 ? (
        <>
          <h2>What you wrote</h2>
          <p>Copy it from here if you want to keep it. Nobody else sees it.</p>
          {written.map(({ key, title, words }) => (
            <div key={key}>
              <b>{title}</b>
              <p className="as-typed">{words}</p>
            </div>
          ))}
        </>
      ) : null}
    </>
  );
}

type FieldsProps = Pick<Props, "stored" | "reply" | "day"> & { question: Question; inside: boolean };

function QuestionFields({ question, inside, stored, reply, day }: FieldsProps) {
  const { id, title, lookAt, evidenceExpected } = question;
  const field = (part: "level" | "evidence" | "evidenceOn" | "note") => {
    const name = answerField(part, id);
    return { name, defaultValue: typedOr(reply, name, stored[name]), error: reply?.errors[name] };
  };
  return (
    <Fieldset legend={title} hint={`Look at: ${lookAt}`}>
      <RadioGroup
        {...field("level")}
        label="Which of these is closest?"
        options={[
          ...levels.map((level) => ({
            value: level,
            label: levelWords[level],
            hint: question.levels[level],
          })),
          { value: "unknown", label: "I cannot tell", hint: "Not knowing is an answer too." },
        ]}
      />
      <TextArea
        {...field("evidence")}
        label={inside ? "What shows it" : "What you saw or lived that shows it"}
        hint={
          inside
            ? `Needed for a level above “Trying”. For example: ${evidenceExpected.join("; ")}.`
            : "Only for a level above “Trying”. A few words are enough, and you need not prove it."
        }
        rows={2}
        maxLength={2000}
      />
      <DateField
        {...field("evidenceOn")}
        label={inside ? "Date of the evidence" : "About when"}
        hint={inside ? "From the last twelve months." : "Any day of that month, in the last twelve months."}
        max={day}
      />
      <TextArea {...field("note")} label="Anything to add" rows={2} maxLength={2000} />
    </Fieldset>
  );
}
