/** What shows that sessions are checked: the list itself. */
export const checkedBefore = `Before a session is announced

Invented for a demonstration. Nothing here describes a real organisation.

1. The day: no holy day of anybody who might come, in the calendar of this year.
2. The hour: outside prayer times, and not Friday from noon to two.
3. In Ramadan: nothing between noon and sunset, and no meal by day.
4. Food: halal, kosher, vegetarian and vegan, each on a plate of its own, with what is in it written beside it.
5. The place: a clean room to pray in, with water to wash, and somebody who knows where it is.
6. Asked: two people of the group have seen this list, and said what is missing.

A session that fails one of these is moved. Where it cannot be moved, the reason is written down.
`;

/** The same figures as its readings. */
export function daysToPayment(day: (daysAgo: number) => string): string {
  const counts = [
    [455, 41],
    [356, 23],
    [260, 12],
    [171, 9],
  ] as const;
  return [
    "Counted on,Median days from session to payment",
    ...counts.map(([ago, days]) => `${day(ago)},${days}`),
    "",
  ].join("\n");
}
