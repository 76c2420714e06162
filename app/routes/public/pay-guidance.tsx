import { PayGuidance } from "#app/ui/pay/pay-guidance.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [
  { title: "Being paid for taking part – Kept" },
  {
    name: "description",
    content: "Plain words on what pay, expenses and vouchers can mean for people who take part. Not advice.",
  },
];

/** The same guidance for everybody: a person who has been offered pay needs no account to read it. */
export default function PublicPayGuidancePage() {
  return (
    <>
      <PageHeading
        title="Being paid for taking part"
        lede="Plain words on what pay, expenses and vouchers can mean for the person who gets them. This is not advice: rules change, and people’s situations differ."
      />
      <PayGuidance />
    </>
  );
}
