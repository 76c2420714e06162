/** The address of the calendar with some filters and a view. `filters` is a query without dates. */
export function calendarPath(filters: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  const text = query.toString();
  return text ? `/calendar?${text}` : "/calendar";
}

export function feedPath(format: "ics" | "json" | "csv", filters: string, more: Record<string, string> = {}) {
  return calendarPath(filters, more).replace("/calendar", `/calendar.${format}`);
}

/** "2026-12" with -1 or 1 → the month before or after. */
export function monthBeside(month: string, step: 1 | -1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = year * 12 + (number - 1) + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Where a calendar program asks to subscribe to a feed. */
export function subscribeLinks(feedUrl: string): { label: string; href: string; about: string }[] {
  const webcal = feedUrl.replace(/^https?:/, "webcal:");
  const encoded = encodeURIComponent;
  return [
    { label: "Apple Calendar", href: webcal, about: "and other programs that open webcal addresses" },
    {
      label: "Google Calendar",
      href: `https://calendar.google.com/calendar/r?cid=${encoded(webcal)}`,
      about: "opens Google",
    },
    {
      label: "Outlook",
      href: `https://outlook.live.com/calendar/0/addfromweb?url=${encoded(feedUrl)}&name=${encoded("Faith calendar")}`,
      about: "opens Outlook.com",
    },
    {
      label: "Outlook at work",
      href: `https://outlook.office.com/calendar/0/addfromweb?url=${encoded(feedUrl)}&name=${encoded("Faith calendar")}`,
      about: "opens Microsoft 365",
    },
  ];
}
