import type { ReactNode } from "react";
import { typed, type FormReply } from "#app/domain/form-reply.ts";
import { facilities, facilityNames } from "#app/domain/session/session-input.ts";
import { typedList } from "../commitment/form-values.ts";
import type { Option } from "../forms/options.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";

/** A session as its form shows it: times by the clock, breaks one a line. */
export interface SessionValues {
  title: string;
  purpose: string;
  communities: string;
  traditions: string[];
  date: string;
  endDate: string;
  run: string;
  startTime: string;
  endTime: string;
  breaks: string;
  online: boolean;
  venue: string;
  place: string;
  facilities: string[];
  catering: boolean;
  /** Why serious conflicts were accepted; empty when there were none. */
  acceptReason: string;
}

type SessionFieldsProps = {
  reply: FormReply | undefined;
  stored: SessionValues;
  traditions: Option[];
  places: string[];
  /** Whether a reason is asked for: something serious was found, or one was written. */
  askReason: boolean;
  /** What the times typed so far would meet; it stands beside them. */
  check: ReactNode;
};

type Ask = (name: keyof SessionValues) => { name: string; defaultValue: string; error?: string[] };

/** What is planned; the same fields for a new session and a changed one. */
export function SessionFields({ reply, stored, traditions, places, askReason, check }: SessionFieldsProps) {
  const errors = reply?.errors ?? {};
  const ask: Ask = (name) => ({
    name,
    defaultValue: typed(reply, name, String(stored[name])),
    error: errors[name],
  });
  const ticked = (name: "traditions" | "facilities") => ({
    name,
    defaultValue: typedList(reply, name, stored[name]),
    error: errors[name] ?? errors[`${name}.0`],
  });
  const yes = (name: "online" | "catering") => ({
    name,
    defaultValue: typedList(reply, name, stored[name] ? ["yes"] : []),
  });
  return (
    <div className="session-plan">
      <Fieldset legend="What it is">
        <TextField {...ask("title")} label="Name of the session" required maxLength={200} />
        <TextArea {...ask("purpose")} label="What it is for" rows={2} required />
      </Fieldset>
      <TimeFields ask={ask} />
      <div className="session-check" data-check-result aria-live="polite">
        {check}
      </div>
      <Fieldset legend="Who is invited">
        <TextArea
          {...ask("communities")}
          label="Communities and groups"
          rows={2}
          hint="Do not write the names of people."
        />
        <details
          className="filter-fold"
          open={ticked("traditions").defaultValue.length > 0 || errors["traditions.0"] !== undefined}
        >
          <summary>Only some traditions are present</summary>
          <CheckboxGroup
            {...ticked("traditions")}
            label="Traditions known to be present"
            hint="Leave all empty unless you have asked everybody: nobody should have to tell you their faith to be counted in."
            options={traditions}
          />
        </details>
      </Fieldset>
      <Fieldset legend="Where">
        <CheckboxGroup
          {...yes("online")}
          label="How people meet"
          options={[{ value: "yes", label: "It is online" }]}
        />
        <TextField {...ask("venue")} label="Venue" hint="Needed unless it is online." />
        <SelectField
          {...ask("place")}
          label="Nearest place"
          hint="Sunset, prayer times and candle-lighting are worked out for it."
          empty="London"
          options={places.map((place) => ({ value: place, label: place }))}
        />
        <CheckboxGroup
          {...ticked("facilities")}
          label="What the venue has"
          options={facilities.map((one) => ({ value: one, label: facilityNames[one] }))}
        />
        <CheckboxGroup
          {...yes("catering")}
          label="Food and drink"
          options={[{ value: "yes", label: "Food or drink is served" }]}
        />
      </Fieldset>
      {askReason ? (
        <Fieldset legend="Why it has to be then">
          <TextArea
            {...ask("acceptReason")}
            label="Your reason"
            hint="Better to move it. If you cannot, your reason is kept with the session and counted in your figures."
            required
          />
        </Fieldset>
      ) : null}
    </div>
  );
}

function TimeFields({ ask }: { ask: Ask }) {
  const several = ["endDate", "run"] as const;
  const open = several.some((name) => ask(name).defaultValue !== "" || ask(name).error);
  return (
    <Fieldset legend="When">
      <DateField {...ask("date")} label="Day" required />
      <div className="session-times">
        <TextField {...ask("startTime")} label="Starts at" hint="Such as 09:30" required />
        <TextField {...ask("endTime")} label="Ends at" hint="Such as 12:00" required />
      </div>
      <details className="filter-fold" open={open}>
        <summary>Several days, or past midnight</summary>
        <DateField
          {...ask("endDate")}
          label="Last day"
          hint="For a session past midnight, the day on which it ends."
        />
        <RadioGroup
          {...ask("run")}
          label="Over several days"
          options={[
            { value: "daily", label: "The same hours each day, and people go home between" },
            { value: "through", label: "Straight through, the nights included" },
          ]}
        />
      </details>
      <TextArea
        {...ask("breaks")}
        label="Breaks"
        rows={2}
        hint="One a line, such as 12:45-13:45. Over several days each comes every day. A long break over midday leaves time for prayer."
      />
    </Fieldset>
  );
}
