import { feeFor } from "#app/domain/money/hourly.ts";
import { type Offer, offeredFee, owedFee } from "#app/domain/remuneration/offer.ts";
import { activityNames, placeNames, timingNames } from "#app/domain/remuneration/words.ts";
import { DataTable } from "../data/data-table.tsx";
import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate, formatPence } from "../format.ts";
import { choiceWords } from "./choice-words.ts";

type Props = { offer: Offer & { confirmedOn: string | null; notReceivedOn: string | null } };

/** What was offered, for which time, and what became of it. */
export function OfferFacts({ offer }: Props) {
  const received = offer.confirmedOn
    ? `Confirmed on ${formatDate(offer.confirmedOn)}`
    : offer.notReceivedOn
      ? `Said on ${formatDate(offer.notReceivedOn)} that it has not come`
      : "Nothing heard yet";
  return (
    <>
      <DefinitionList
        items={[
          { term: "Role", value: offer.role },
          { term: "Community or group", value: offer.community },
          { term: "Where", value: placeNames[offer.place] },
          { term: "Offered on", value: formatDate(offer.offeredOn) },
          { term: "Takes part on", value: formatDate(offer.heldOn) },
          { term: "Their choice", value: choiceWords(offer.choice) },
          { term: "Fee after their choice", value: formatPence(owedFee(offer)) },
          {
            term: "Expenses",
            value: offer.expensesPence
              ? `${formatPence(offer.expensesPence)}, ${timingNames[offer.expensesTiming].toLowerCase()}`
              : "None expected",
          },
          { term: "Fee paid", value: timingNames[offer.timing] },
          { term: "Promised by", value: formatDate(offer.promisedBy) },
          { term: "Benefits and tax advice offered", value: offer.adviceOffered ? "Yes" : "No" },
          { term: "What the person says", value: received },
        ]}
      />
      <TimeTable time={offer.time} />
    </>
  );
}

/** The time asked for and what each part of it pays. */
export function TimeTable({ time }: Pick<Offer, "time">) {
  return (
    <DataTable
      caption={`Time asked for: ${formatPence(offeredFee({ time }))} in all`}
      rows={time}
      rowKey={(part) => `${part.activity} ${part.minutes} ${part.ratePence}`}
      columns={[
        { header: "Time", rowHeader: true, cell: (part) => activityNames[part.activity] },
        { header: "Minutes", numeric: true, cell: (part) => part.minutes },
        { header: "Rate an hour", numeric: true, cell: (part) => formatPence(part.ratePence) },
        { header: "Fee", numeric: true, cell: (part) => formatPence(feeFor(part.ratePence, part.minutes)) },
      ]}
    />
  );
}
