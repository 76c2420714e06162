import { typed, type FormReply } from "#app/domain/form-reply.ts";
import { facilities, facilityNames } from "#app/domain/session/session-input.ts";
import { typedList } from "../commitment/form-values.ts";
import type { Option } from "../forms/options.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
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
};

/** What is planned; the same fields for a new session and a changed one. */
export function SessionFields({ reply, stored, traditions, places, askReason }: SessionFieldsProps) {
  const errors = reply?.errors ?? {};
  const text = (name: keyof SessionValues) => ({
    name,
    defaultValue: typed(reply, name, String(stored[name])),
    error: errors[name],
  });
  return (
    <>
      <TextField {...text("title")} label="Name of the session" required maxLength={200} />
      <TextArea {...text("purpose")} label="What it is for" rows={2} required />
      <TextArea
        {...text("communities")}
        label="Who is invited"
        rows={2}
        hint="Communities and groups. Do not write the names of people."
      />
      <details
        className="filter-fold"
        open={typedList(reply, "traditions", stored.traditions).length > 0 || undefined}
      >
        <summary>Only some traditions are present</summary>
        <CheckboxGroup
          name="traditions"
          label="Traditions known to be present"
          hint="Leave all empty unless you have asked everybody: nobody should have to tell you their faith to be counted in."
          options={traditions}
          defaultValue={typedList(reply, "traditions", stored.traditions)}
          error={errors["traditions"]}
        />
      </details>
      <div className="session-times">
        <DateField {...text("date")} label="Day" required />
        <DateField
          {...text("endDate")}
          label="Last day"
          hint="Leave it empty for one day. For a session past midnight, the day on which it ends."
        />
      </div>
      <div className="session-times">
        <TextField {...text("startTime")} label="Starts at" hint="Such as 09:30" required />
        <TextField {...text("endTime")} label="Ends at" hint="Such as 12:00" required />
      </div>
      <RadioGroup
        {...text("run")}
        label="If it lasts several days"
        options={[
          { value: "daily", label: "The same hours each day, and people go home between" },
          { value: "through", label: "Straight through, the nights included" },
        ]}
      />
      <TextArea
        {...text("breaks")}
        label="Breaks"
        rows={2}
        hint="One a line, such as 12:45-13:45. Over several days each comes every day. A long break over midday leaves time for prayer."
      />
      <CheckboxGroup
        name="online"
        label="Where"
        options={[{ value: "yes", label: "It is online" }]}
        defaultValue={typedList(reply, "online", stored.online ? ["yes"] : [])}
      />
      <TextField {...text("venue")} label="Venue" hint="Needed unless it is online." />
      <SelectField
        {...text("place")}
        label="Nearest place"
        hint="Sunset, prayer times and candle-lighting are worked out for it."
        empty="London"
        options={places.map((place) => ({ value: place, label: place }))}
      />
      <CheckboxGroup
        name="facilities"
        label="What the venue has"
        options={facilities.map((one) => ({ value: one, label: facilityNames[one] }))}
        defaultValue={typedList(reply, "facilities", stored.facilities)}
        error={errors["facilities"]}
      />
      <CheckboxGroup
        name="catering"
        label="Food and drink"
        options={[{ value: "yes", label: "Food or drink is served" }]}
        defaultValue={typedList(reply, "catering", stored.catering ? ["yes"] : [])}
      />
      {askReason ? (
        <TextArea
          {...text("acceptReason")}
          label="Why it has to be then"
          hint="Better to move it. If you cannot, your reason is kept with the session and counted in your figures."
          required
        />
      ) : null}
    </>
  );
}
