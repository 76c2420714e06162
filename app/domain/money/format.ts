const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const wholePounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  maximumFractionDigits: 0,
});

/** `123456` pence → `£1,234.56`; whole pounds lose their `.00`. */
export function formatPence(pence: number): string {
  return pence % 100 === 0 ? wholePounds.format(pence / 100) : pounds.format(pence / 100);
}

/** For CSV and audit: `1234.56`, no sign of currency, no thousands. */
export function penceToDecimal(pence: number): string {
  const minus = pence < 0 ? "-" : "";
  const digits = String(Math.abs(pence)).padStart(3, "0");
  return `${minus}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
