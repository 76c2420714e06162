import type { FoundSlot } from "#app/domain/calendar/index.ts";
import type { FieldErrors } from "#app/domain/refusal.ts";
import type { FindQuery } from "#app/domain/session/find-query.ts";
import { addDays } from "#app/domain/dates/days.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { Button } from "../forms/button.tsx";
import { ErrorSummary } from "../forms/error-summary.tsx";
import type { Option } from "../forms/options.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { FindFields } from "./find-fields.tsx";
import { PollFields } from "./poll-fields.tsx";
import { SlotList } from "./slot-list.tsx";

type FindPageProps = {
  base: string;
  query: FindQuery;
  asked: boolean;
  slots?: FoundSlot[];
  errors?: FieldErrors;
  traditions: Option[];
  places: string[];
  mayEdit: boolean;
  day: string;
};

/** From days and hours to the best times, with reasons; the least bad when none is clear. */
export function FindPage(props: FindPageProps) {
  const { base, query, slots, errors, mayEdit, day } = props;
  return (
    <>
      <Breadcrumbs items={[{ label: "Sessions", href: base }]} />
      <PageHeading
        title="Find a time"
        lede="The best times first, with reasons. When none is clear you see the least bad, and whom it still keeps away."
      />
      <ErrorSummary errors={errors} />
      <form className="form session-find" method="get">
        <FindFields query={query} errors={errors} traditions={props.traditions} places={props.places} />
        <div className="row">
          <Button>Find times</Button>
        </div>
      </form>
      {slots ? (
        <SectionRule
          id="found"
          title={query.sessions === "1" ? "The best times" : "Times for your sessions"}
          lede={
            query.sessions === "1"
              ? undefined
              : "Spread so that no tradition is always the one that gives way, counting the sessions you have already."
          }
        >
          {slots.length === 0 ? (
            <EmptyState title="No time fits">Choose more days, more hours, or a longer time.</EmptyState>
          ) : (
            <form className="form" method="post" action={`${base}/polls/new`}>
              <SlotList slots={slots} query={query} base={base} mayEdit={mayEdit} />
              {mayEdit && slots.length > 1 ? <AskParticipants day={day} /> : null}
            </form>
          )}
        </SectionRule>
      ) : null}
    </>
  );
}

function AskParticipants({ day }: { day: string }) {
  return (
    <SectionRule
      id="poll"
      title="Ask the participants"
      level={3}
      rule="quiet"
      lede="Tick 2 to 8 of the times above. You get a private link for each person; nobody needs an account."
    >
      <div className="form">
        <PollFields typed={{ closesOn: addDays(day, 7) }} />
        <div className="row">
          <Button variant="second">Make the links</Button>
        </div>
      </div>
    </SectionRule>
  );
}
