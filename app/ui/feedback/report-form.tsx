import { channelNames, channels, reachOf, type Channel } from "#app/domain/feedback/report-back.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { typedList } from "../commitment/form-values.ts";
import { formatDate, listOf } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { fieldOf } from "./field-of.ts";

type Report = { id: string; toldOn: string; channels: Channel[]; told: number; of: number };

/** When people were told, how, and how many of how many. */
export function ReportList({ reports }: { reports: Report[] }) {
  if (reports.length === 0) return <p>Nobody has been told of this answer yet.</p>;
  return (
    <ul className="stack">
      {reports.map((report) => (
        <li key={report.id}>
          {formatDate(report.toldOn)}: {report.told} of {report.of} people, by{" "}
          {listOf(report.channels.map((channel) => channelNames[channel].toLowerCase()))}.
          {reachOf(report) === "few" ? " Fewer than half: the public sees that." : ""}
        </li>
      ))}
    </ul>
  );
}

type Props = { reply: FormReply | undefined; day: string; people: number; earliest: string };

export function ReportForm({ reply, day, people, earliest }: Props) {
  const field = fieldOf(reply, { on: day });
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="report" />
      <DateField {...field("on")} label="People were told on" min={earliest} max={day} required />
      <CheckboxGroup
        name="channels"
        label="How they were told"
        options={channels.map((value) => ({ value, label: channelNames[value] }))}
        defaultValue={typedList(reply, "channels", [])}
        error={reply?.errors.channels}
        required
      />
      <NumberField {...field("told")} label="How many were told" unit={`of ${people}`} whole required />
      <Button variant="second">Note that people were told</Button>
    </Form>
  );
}
