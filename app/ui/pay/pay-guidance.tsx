import { SectionRule } from "../page/section-rule.tsx";

const sources = [
  {
    href: "https://www.nihr.ac.uk/payment-guidance-members-public-considering-involvement-research",
    label: "NIHR: payment guidance for members of the public",
    dated: "version 1.5, April 2024",
  },
  {
    href: "https://www.nihr.ac.uk/payment-guidance-researchers-and-professionals",
    label: "NIHR: payment guidance for researchers and professionals",
    dated: "version 1.6, August 2024",
  },
  {
    href: "https://www.disabilityrightsuk.org/resources/service-user-involvement-and-payments-how-they-affect-benefits",
    label: "Disability Rights UK: involvement, payments and benefits",
    dated: "kept up to date on the page",
  },
  {
    href: "https://www.scie.org.uk/co-production/supporting/paying-people-who-receive-benefits",
    label: "SCIE: paying people who receive benefits",
    dated: "October 2021; its rates are of 2021 to 2022",
  },
];

/** What an organisation and a participant should both know before an offer is made. */
export function PayGuidance() {
  return (
    <>
      <SectionRule id="expenses" title="Money spent is paid back in full">
        <ul>
          <li>
            Travel, care, data and food that somebody pays for in order to take part are expenses, not pay.
          </li>
          <li>Expenses paid back exactly, with a receipt, are usually not income. A round sum may be.</li>
          <li>Paying first is hard for many people. Book and pay for them, or pay on or before the day.</li>
          <li>Somebody who takes no fee still has their expenses paid.</li>
        </ul>
      </SectionRule>
      <SectionRule id="income" title="A fee is income, and so is a voucher">
        <ul>
          <li>
            A fee can be taxable, in cash, by bank transfer or as a voucher. A voucher is not a way round
            this.
          </li>
          <li>
            A fee can change some benefits, and so can one that was offered and not taken. Regular pay can
            matter more than a single payment.
          </li>
          <li>Offer independent advice before the person chooses, and give them time to get it.</li>
          <li>Do not ask which benefits somebody gets, and never write it down.</li>
        </ul>
      </SectionRule>
      <SectionRule id="right" title="The choice is the person's">
        <ul>
          <li>
            People may take less, or nothing, or give it to a charity. That is a choice only after a real
            offer.
          </li>
          <li>They need give no reason, and may change their mind until it is paid.</li>
          <li>Nobody loses their place because of what they choose.</li>
          <li>Choosing nothing is counted apart from never having been asked.</li>
        </ul>
      </SectionRule>
      <SectionRule id="time" title="All the time counts">
        <ul>
          <li>
            Reading, preparing, travelling, talking it over afterwards and resting after hard subjects are
            part of the work.
          </li>
          <li>Say by which day the money will have arrived, and keep that day.</li>
        </ul>
      </SectionRule>
      <SectionRule id="sources" title="Where to read more" rule="quiet">
        <ul>
          {sources.map(({ href, label, dated }) => (
            <li key={href}>
              <a href={href}>{label}</a> ({dated})
            </li>
          ))}
        </ul>
        <p className="soft">
          Not advice, and rules change after these were written: for somebody's own situation, ask an
          independent adviser.
        </p>
      </SectionRule>
    </>
  );
}
