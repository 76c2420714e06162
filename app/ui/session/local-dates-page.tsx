import { typed, type FormReply } from "#app/domain/form-reply.ts";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { ErrorSummary } from "../forms/error-summary.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type LocalDatesPageProps = {
  announcements: {
    id: string;
    tradition: string;
    observance: string;
    date: string;
    authority: string;
    source: string;
    recordedOn: string;
    /** What the checks now take, in words. */
    taken?: string | undefined;
  }[];
  schoolHolidays: { id: string; name: string; startsOn: string; endsOn: string }[];
  observances: Option[];
  mayAnnounce: boolean;
  mayEdit: boolean;
  reply: FormReply | undefined;
};

/** What only people on the spot know: announced dates, customs of the place, and when schools are closed. */
export function LocalDatesPage(props: LocalDatesPageProps) {
  const { announcements, schoolHolidays, observances, mayAnnounce, mayEdit, reply } = props;
  const nameOf = (key: string) => observances.find(({ value }) => value === key)?.label ?? key;
  const errors = reply?.errors ?? {};
  const ofAField = reply?.values.intent === "announce" || reply?.values.intent === "holiday";
  const text = (name: string) => ({ name, defaultValue: typed(reply, name), error: errors[name] });
  return (
    <>
      <PageHeading
        title="Announced dates and school holidays"
        lede="What a mosque, temple or synagogue announces goes before every date that is worked out."
      />
      <ErrorSummary errors={ofAField ? undefined : reply?.errors} />
      <SectionRule id="announced" title="Announced dates and customs of the place">
        {announcements.length === 0 ? (
          <p className="soft">
            Nothing is set down yet. Until then the checks go by the dates that are worked out.
          </p>
        ) : null}
        <ul className="plain-list">
          {announcements.map((one) => (
            <li key={one.id}>
              <form method="post" className="row">
                <span>
                  <b>{nameOf(`${one.tradition}/${one.observance}`)}</b>: {formatDate(one.date)}.{" "}
                  {one.authority} ({one.source}, recorded {formatDate(one.recordedOn)}).
                  {one.taken ? <span className="soft"> The checks now take: {one.taken}.</span> : null}
                </span>
                {mayAnnounce ? (
                  <>
                    <input type="hidden" name="id" value={one.id} />
                    <Button variant="quiet" name="intent" value="withdraw">
                      Take it out<span className="visually-hidden">: {one.authority}</span>
                    </Button>
                  </>
                ) : null}
              </form>
            </li>
          ))}
        </ul>
        {mayAnnounce ? (
          <Form errors={reply?.values.intent === "announce" ? errors : undefined}>
            <SelectField
              {...text("observance")}
              label="Observance"
              options={observances}
              empty="Choose"
              required
            />
            <DateField {...text("keptOn")} label="Day on which it is kept" required />
            <TextField
              {...text("authority")}
              label="Who announced it"
              hint="A mosque, temple, council or family custom; no private person’s name."
              required
            />
            <TextField {...text("source")} label="Where you heard or read it" required />
            <div className="row">
              <Button name="intent" value="announce">
                Record it
              </Button>
            </div>
          </Form>
        ) : (
          <p className="soft">Owners record announced dates.</p>
        )}
      </SectionRule>
      <SectionRule
        id="school"
        title="School holidays"
        lede="Councils differ. Set down those of the place where you work: the check then says when children are at home."
      >
        {schoolHolidays.length === 0 ? <p className="soft">No holiday is set down yet.</p> : null}
        <ul className="plain-list">
          {schoolHolidays.map((one) => (
            <li key={one.id}>
              <form method="post" className="row">
                <span>
                  <b>{one.name}</b>: {formatDate(one.startsOn)} to {formatDate(one.endsOn)}
                </span>
                {mayEdit ? (
                  <>
                    <input type="hidden" name="id" value={one.id} />
                    <Button variant="quiet" name="intent" value="remove-holiday">
                      Remove<span className="visually-hidden">: {one.name}</span>
                    </Button>
                  </>
                ) : null}
              </form>
            </li>
          ))}
        </ul>
        {mayEdit ? (
          <Form errors={reply?.values.intent === "holiday" ? errors : undefined}>
            <TextField {...text("name")} label="Holiday" required />
            <DateField {...text("startsOn")} label="First day" required />
            <DateField {...text("endsOn")} label="Last day" required />
            <div className="row">
              <Button variant="second" name="intent" value="holiday">
                Add it
              </Button>
            </div>
          </Form>
        ) : null}
      </SectionRule>
    </>
  );
}
