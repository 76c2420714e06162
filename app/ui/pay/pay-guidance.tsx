import { SectionRule } from "../page/section-rule.tsx";

/** The day on which the sources were last read, and how much of each: nothing here says more than what was read. */
const READ_ON = "25 November 2026";

const sources = [
  {
    id: "nihr-public",
    href: "https://www.nihr.ac.uk/payment-guidance-members-public-considering-involvement-research",
    label: "NIHR: payment guidance for members of the public",
    dated: "version 1.5, April 2024",
    read: "its key points",
  },
  {
    id: "nihr-researchers",
    href: "https://www.nihr.ac.uk/payment-guidance-researchers-and-professionals",
    label: "NIHR: payment guidance for researchers and professionals",
    dated: "version 1.6, August 2024",
    read: "its points of good practice",
  },
  {
    id: "hmrc-expenses",
    href: "https://www.gov.uk/hmrc-internal-manuals/employment-status-manual/esm4530",
    label: "HMRC: Employment Status Manual, ESM4530, workers for voluntary organisations",
    dated: "no date on the page",
    read: "the page",
  },
  {
    id: "hmrc-vouchers",
    href: "https://www.gov.uk/hmrc-internal-manuals/employment-income-manual/eim16140",
    label: "HMRC: Employment Income Manual, EIM16140, vouchers",
    dated: "no date on the page",
    read: "the part on vouchers for goods and services",
  },
  {
    id: "minimum-wage",
    href: "https://www.gov.uk/guidance/calculating-the-minimum-wage/eligibility-for-the-minimum-wage",
    label: "GOV.UK: eligibility for the minimum wage",
    dated: "no date on the page",
    read: "its part on who is a worker",
  },
  {
    id: "dwp",
    href: "https://www.gov.uk/government/publications/advice-for-decision-making-staff-guide",
    label: "DWP: advice for decision making, chapter H3, earned income",
    dated: "the chapter is changed often",
    read: "the names of its parts alone: it has one on service users and one on earnings that somebody did not take",
  },
  {
    id: "scie",
    href: "https://www.scie.org.uk/co-production/supporting/paying-people-who-receive-benefits",
    label: "SCIE: paying people who receive benefits",
    dated: "October 2021; its rates are of 2021 to 2022",
    read: "its opening",
  },
  {
    id: "scie-2011",
    href: "https://www.scie.org.uk/publications/ataglance/ataglance50.asp",
    label: "SCIE: At a glance 50, reimbursements and payments for service user involvement",
    dated: "October 2011, and due for review in 2014",
    read: "its key messages",
  },
  {
    id: "ni-direct",
    href: "http://nidirect.gov.uk/index/information-and-services/leisure-home-and-community/getting-involved-in-your-community/volunteering/volunteering-while-on-benefits.htm",
    label: "nidirect: volunteering while on benefits (Northern Ireland)",
    dated: "no date on the page; an old address, so look for it by its name if it is gone",
    read: "its part on what counts as income",
  },
  {
    id: "druk",
    href: "https://www.disabilityrightsuk.org/resources/service-user-involvement-and-payments-how-they-affect-benefits",
    label: "Disability Rights UK: involvement, payments and benefits",
    dated: "kept up to date on the page",
    read: "its key points",
  },
] as const;
type SourceId = (typeof sources)[number]["id"];

/** One thing that holds, with the sources that say so. */
type Point = { says: string; from?: SourceId[] };

const parts: { id: string; title: string; points: Point[] }[] = [
  {
    id: "expenses",
    title: "Money spent is paid back in full",
    points: [
      {
        says: "Nobody should be out of pocket for taking part. Travel, care, data and food are expenses, and not pay.",
        from: ["nihr-public", "druk"],
      },
      {
        says: "For somebody who is not employed and is paid nothing else, expenses that are paid back as they were spent are not taxed. Fares from home count too.",
        from: ["hmrc-expenses"],
      },
      {
        says: "A round sum, or a rate that is more than was spent, can count as pay.",
        from: ["hmrc-expenses"],
      },
      { says: "Paying first is hard for many people. Book and pay for them, or pay on or before the day." },
      { says: "Somebody who takes no fee still has their expenses paid." },
    ],
  },
  {
    id: "income",
    title: "A fee is income, and so is a voucher",
    points: [
      {
        says: "Any form of payment can change what somebody gets from the state, and can matter to an employer or to tax. Say so before the person chooses.",
        from: ["nihr-public", "druk"],
      },
      {
        says: "A voucher is not a way round this. Where somebody counts as employed, a voucher is taxed as earnings at what it cost to give.",
        from: ["hmrc-vouchers"],
      },
      {
        says: "For benefits, payment in kind is usually treated as income as well.",
        from: ["ni-direct"],
      },
      {
        says: "Where the person counts as a worker, the minimum wage is the law, and nobody can agree to less.",
        from: ["minimum-wage"],
      },
      {
        says: "Offer independent advice before the person chooses, and give them time to get it.",
        from: ["nihr-public", "scie"],
      },
      {
        says: "Do not ask which benefits somebody gets, and never write it down. Kept refuses words that name one.",
      },
    ],
  },
  {
    id: "right",
    title: "The choice is the person’s",
    points: [
      {
        says: "It is their choice whether they take a payment. They need give no reason, and may change their mind until it is paid.",
        from: ["nihr-public"],
      },
      {
        says: "A fee that somebody could have had can count for benefits as if they had it. There are other rules for people who take part as users of a service. Whether they fit, an adviser has to say.",
        from: ["dwp", "scie-2011"],
      },
      { says: "Less, nothing, or a gift to a charity are choices only after a real offer." },
      { says: "Nobody loses their place because of what they choose." },
      { says: "Choosing nothing is counted apart from never having been asked." },
    ],
  },
  {
    id: "time",
    title: "All the time counts",
    points: [
      {
        says: "Write down, before the day, what is asked for, for how long, what is paid and which expenses are met.",
        from: ["nihr-public", "nihr-researchers"],
      },
      {
        says: "Reading, preparing, travelling, talking it over afterwards and resting after hard subjects are part of the work.",
      },
      {
        says: "Ask the people who take part when you set the budget, and ask your finance team early whether they can pay in time.",
        from: ["nihr-researchers"],
      },
      { says: "Say by which day the money will have arrived, and keep that day." },
    ],
  },
];

/** What an organisation and a participant should both know before an offer is made, each point with its sources. */
export function PayGuidance() {
  const numberOf = (id: SourceId) => sources.findIndex((source) => source.id === id) + 1;
  return (
    <>
      {parts.map(({ id, title, points }) => (
        <SectionRule key={id} id={id} title={title}>
          <ul className="measure">
            {points.map(({ says, from = [] }) => (
              <li key={says}>
                {says}
                {from.map((source) => (
                  <span key={source}>
                    {" "}
                    <a className="cite" href={`#source-${source}`}>
                      <span className="visually-hidden">Source </span>[{numberOf(source)}]
                    </a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </SectionRule>
      ))}
      <SectionRule
        id="sources"
        title="Where this comes from"
        lede={`Read on ${READ_ON} from stored copies and not from the live pages, which may say something else by now. What was read of each is named. Points without a number are Kept’s own advice.`}
        rule="quiet"
      >
        <ol className="measure">
          {sources.map(({ id, href, label, dated, read }) => (
            <li key={href} id={`source-${id}`}>
              <a href={href}>{label}</a> ({dated}). Read: {read}.
            </li>
          ))}
        </ol>
        <p>
          <strong>This is not advice</strong>, about tax, benefits or employment. Rules change. For somebody’s
          own situation, ask an independent adviser.
        </p>
      </SectionRule>
    </>
  );
}
