const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** 12345.6 → "12,345.6": at most two decimal places. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "1 target", "3 targets", "0 replies", "1,200 people". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "once", "twice", "3 times". @param count 1 or more */
export function howOften(count: number): string {
  return ["", "once", "twice"][count] ?? countOf(count, "time");
}
