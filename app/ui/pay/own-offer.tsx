import type { OfferEvent } from "#app/domain/remuneration/offer-change.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import type { Offer } from "#app/domain/remuneration/offer.ts";
import { paymentKindNames, timingNames, type PaymentKind } from "#app/domain/remuneration/words.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate, formatPence } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { StaleErrors } from "../forms/stale-errors.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { ChoiceFields } from "./choice-fields.tsx";
import { choiceWords } from "./choice-words.ts";
import { OfferStory } from "./offer-story.tsx";
import { TimeTable } from "./offer-facts.tsx";

type Props = {
  organisation: string;
  offer: Pick<
    Offer,
    | "role"
    | "heldOn"
    | "time"
    | "expensesPence"
    | "expensesTiming"
    | "promisedBy"
    | "choice"
    | "agreedFeePence"
    | "timing"
  >;
  offered: number;
  owed: number;
  payments: { kind: PaymentKind; amountPence: number; paidOn: string }[];
  paid: boolean;
  /** What was changed in the offer after it was made, with the reason. */
  changes: Omit<OfferEvent, "saidBy">[];
  withdrawnOn: string | null;
  confirmedOn: string | null;
  notReceivedOn: string | null;
  reply: FormReply | undefined;
};

/** One person's own offer: what it is, their choice, and whether it has come. */
export function OwnOffer(props: Props) {
  const { organisation, offer, offered, owed, paid, changes, withdrawnOn, reply } = props;
  return (
    <>
      <PageHeading
        title="Your pay"
        lede={`${organisation} offers you ${formatPence(offered)} for your time. You decide how and when, and you may change your mind until it is paid.`}
      />
      <div className="stack-wide">
        <DefinitionList
          items={[
            { term: "As", value: offer.role },
            { term: "On", value: formatDate(offer.heldOn) },
            {
              term: "Expenses, on top",
              value: offer.expensesPence
                ? `${formatPence(offer.expensesPence)}, ${timingNames[offer.expensesTiming].toLowerCase()}`
                : "None expected. Tell them if you have some.",
            },
            { term: "Your choice", value: choiceWords(offer.choice) },
            { term: "What you will get for your time", value: formatPence(owed) },
            { term: "It should have come by", value: formatDate(offer.promisedBy) },
          ]}
        />
        <TimeTable time={offer.time} />
        {changes.length > 0 ? (
          <SectionRule id="changes" title="What was changed" rule="quiet">
            <OfferStory events={changes.map((change) => ({ ...change, saidBy: "member" }))} lines={{}} own />
          </SectionRule>
        ) : null}
        <StaleErrors reply={withdrawnOn || paid ? reply : undefined} />
        {withdrawnOn ? (
          <p>
            This offer was withdrawn on {formatDate(withdrawnOn)}, so there is nothing to choose. Tell them if
            that is wrong.
          </p>
        ) : paid ? (
          <p>It has been paid, so the choice can no longer change here. Tell them if that is wrong.</p>
        ) : (
          <SectionRule
            id="choice"
            title="How would you like it?"
            lede="Any of these is right. You need give no reason, and you keep your place whatever you choose."
          >
            <p>
              A fee can change some benefits, and a voucher counts as well. You can ask for independent advice
              first: this page will still be here. It is not advice itself.{" "}
              <a href="/pay-guidance">More about being paid for taking part</a>
            </p>
            <Form errors={reply?.errors}>
              <input type="hidden" name="intent" value="choice" />
              <ChoiceFields reply={reply} offer={offer} label="I would like" />
              <Button>Keep my choice</Button>
            </Form>
          </SectionRule>
        )}
      </div>
      <Receipt {...props} />
    </>
  );
}

function Receipt({ payments, confirmedOn, notReceivedOn }: Props) {
  return (
    <SectionRule id="receipt" title="Has it come?">
      <div className="stack">
        {payments.length === 0 ? (
          <p>They have not recorded a payment to you yet.</p>
        ) : (
          <ul>
            {payments.map(({ kind, amountPence, paidOn }, index) => (
              <li key={`${paidOn} ${kind} ${index}`}>
                {formatDate(paidOn)}: {paymentKindNames[kind].toLowerCase()}, {formatPence(amountPence)}
              </li>
            ))}
          </ul>
        )}
        {confirmedOn ? <p>You said on {formatDate(confirmedOn)} that it has come.</p> : null}
        {notReceivedOn ? <p>You said on {formatDate(notReceivedOn)} that it has not come.</p> : null}
        <form method="post" className="row">
          <Button name="intent" value="received" variant="second">
            It has come
          </Button>
          <Button name="intent" value="not-received" variant="quiet">
            It has not come
          </Button>
        </form>
      </div>
    </SectionRule>
  );
}
