const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** A figure with its unit as people write it: “40%”, “£8,000”, “12 days”. */
export function amount(value: number, unit: string): string {
  const figure = numbers.format(Math.abs(value));
  const sign = value < 0 ? "−" : "";
  if (unit === "£") return `${sign}£${figure}`;
  return unit === "%" ? `${sign}${figure}%` : `${sign}${figure} ${unit}`.trim();
}
