import { SectionRule } from "../page/section-rule.tsx";

/** When these pages were last read against their sources. */
const READ_ON = "November 2025";

const sources = [
  {
    href: "https://www.gov.uk/guidance/benefits-and-payments-for-service-users",
    label: "Being paid for taking part and benefits (search GOV.UK for “service user involvement”)",
  },
  { href: "https://www.gov.uk/expenses-if-youre-self-employed", label: "GOV.UK: expenses" },
  {
    href: "https://www.nihr.ac.uk/payment-guidance-researchers-and-professionals",
    label: "NIHR: payment guidance for researchers and professionals",
  },
  { href: "https://www.citizensadvice.org.uk/benefits/", label: "Citizens Advice: benefits" },
];

/** What an organisation and a participant should both know before an offer is made. */
export function PayGuidance() {
  return (
    <>
      <SectionRule id="expenses" title="Money spent is paid back in full">
        <ul>
          <li>Travel, care, data and food that somebody pays for in order to take part are expenses, not pay.</li>
          <li>Expenses paid back exactly, with a receipt, are usually not income. A round sum may be.</li>
          <li>Paying first is hard for many people. Book and pay for them, or pay on or before the day.</li>
          <li>Somebody who takes no fee still has their expenses paid.</li>
        </ul>
      </SectionRule>
      <SectionRule id="income" title="A fee is income, and so is a voucher">
        <ul>
          <li>A fee can be taxable, in cash, by bank transfer or as a voucher. A voucher is not a way round this.</li>
          <li>A fee can change some benefits, and so can one that was offered and not taken. Regular pay can matter more than a single payment.</li>
          <li>Offer independent advice before the person chooses, and give them time to get it.</li>
          <li>Do not ask which benefits somebody gets, and never write it down.</li>
        </ul>
      </SectionRule>
      <SectionRule id="right" title="The choice is the person's">
        <ul>
          <li>People may take less, or nothing, or give it to a charity. That is a choice only after a real offer.</li>
          <li>They need give no reason, and may change their mind until it is paid.</li>
          <li>Nobody loses their place because of what they choose.</li>
          <li>Choosing nothing is counted apart from never having been asked.</li>
        </ul>
      </SectionRule>
      <SectionRule id="time" title="All the time counts">
        <ul>
          <li>Reading, preparing, travelling, talking it over afterwards and resting after hard subjects are part of the work.</li>
          <li>Say by which day the money will have arrived, and keep that day.</li>
        </ul>
      </SectionRule>
      <SectionRule id="sources" title="Where to read more" rule="quiet">
        <ul>
          {sources.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        <p className="soft">
          Written in {READ_ON}. Not advice: for somebody's own situation, ask an independent adviser.
        </p>
      </SectionRule>
    </>
  );
}
