import type { FormReply } from "#app/domain/form-reply.ts";
import { typedList } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";

type Props = { questions: Option[]; chosen: string[]; reply: FormReply | undefined };

/** Which questions of a closed round are meant for the public. */
export function ChoosePublic({ questions, chosen, reply: last }: Props) {
  const reply = last?.values.intent === "publish" ? last : undefined;
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="publish" />
      <CheckboxGroup
        name="questions"
        label="Questions to publish"
        options={questions}
        defaultValue={typedList(reply, "questions", chosen)}
        error={reply?.errors.questions}
        required
      />
      <Button>Choose these</Button>
    </Form>
  );
}
