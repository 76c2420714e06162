/** One line of a calendar file: `DTSTART;TZID=Europe/London:20260619T123000`, taken apart. Names are in capitals. */
export interface FileLine {
  name: string;
  params: ReadonlyMap<string, string>;
  value: string;
}

/** A part of a calendar file with the lines that are its own, and the parts inside it. */
export interface FilePart {
  name: string;
  lines: FileLine[];
  parts: FilePart[];
}

export interface CalendarFile {
  events: FilePart[];
  /** By their TZID. */
  zones: ReadonlyMap<string, FilePart>;
  /** Whether the file says that its events are called off. */
  cancels: boolean;
  /** True when the file stops before its end. */
  cutShort: boolean;
}

/** What the report needs of an event: descriptions and attachments are dropped as the file is read. */
const WANTED = new Set(
  "UID SUMMARY DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID SEQUENCE STATUS TRANSP X-MICROSOFT-CDO-BUSYSTATUS".split(
    " ",
  ),
);
const WANTED_OF_ZONE = new Set("TZID X-LIC-LOCATION DTSTART TZOFFSETFROM TZOFFSETTO RRULE RDATE".split(" "));
const KEPT = new Set(["VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

/** A list of dates can be long; no line of a calendar program is longer. */
const LONGEST_LINE = 1024 * 1024;

/**
 * Takes an iCalendar file (RFC 5545) apart. Calendar programs write it loosely, so this reads it loosely: a line that is none
 * is passed over, and a part that is never closed ends where the next begins. Lines are put together before their letters are
 * read, for some programs fold a line in the middle of a letter.
 * @returns undefined when the text is no calendar
 */
export function takeApart(file: string | Uint8Array): CalendarFile | undefined {
  const text = typeof file === "string" ? file.replace(/(?:\r\n|\n|\r)[ \t]/g, "") : textOf(file);
  const found: CalendarFile & { zones: Map<string, FilePart> } = {
    events: [],
    zones: new Map(),
    cancels: false,
    cutShort: false,
  };
  let calendars = 0;
  const open: FilePart[] = [];
  const close = () => {
    const part = open.pop();
    const zone = part?.name === "VTIMEZONE" && part.lines.find(({ name }) => name === "TZID")?.value;
    if (part?.name === "VEVENT") found.events.push(part);
    else if (part && zone && !found.zones.has(zone)) found.zones.set(zone, part);
    else if (part && open.at(-1)?.name === "VTIMEZONE") open.at(-1)!.parts.push(part);
  };
  for (const raw of linesOf(text)) {
    const [, word, of] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(raw) ?? [];
    const name = of?.toUpperCase() ?? "";
    if (word?.toUpperCase() === "BEGIN") {
      if (name === "VCALENDAR") calendars += 1;
      // A part of this kind stands in no other: one that is open was never closed.
      if (["VCALENDAR", "VEVENT", "VTIMEZONE"].includes(name)) while (open.length > 0) close();
      else if (open.length > 8) continue;
      open.push({ name, lines: [], parts: [] });
    } else if (word) {
      if (open.some((part) => part.name === name)) {
        while (open.at(-1)?.name !== name) close();
        close();
      }
    } else {
      const part = open.at(-1);
      if (part?.name === "VCALENDAR" && /^METHOD:\s*CANCEL/i.test(raw)) found.cancels = true;
      else if (part && KEPT.has(part.name) && raw.length < LONGEST_LINE) keep(part, raw);
    }
  }
  // Its last word is END:VCALENDAR, which closes everything.
  found.cutShort = open.length > 0;
  while (open.length > 0) close();
  return calendars > 0 ? found : undefined;
}

function keep(part: FilePart, raw: string): void {
  const name = /^[\w-]+/.exec(raw)?.[0].toUpperCase() ?? "";
  if (!(part.name === "VEVENT" ? WANTED : WANTED_OF_ZONE).has(name)) return;
  const line = readLine(name, raw);
  if (line) part.lines.push(line);
}

function readLine(name: string, raw: string): FileLine | undefined {
  const rest = raw.slice(name.length);
  const colon = colonOf(name, rest);
  if (colon < 0) return undefined;
  const params = new Map<string, string>();
  for (const [, key = "", value = ""] of rest.slice(0, colon).matchAll(/;([\w-]+)=("[^"]*"|[^;"]*)/g))
    params.set(key.toUpperCase(), value.replaceAll('"', ""));
  return { name, params, value: rest.slice(colon + 1).trim() };
}

/** Where the value begins: at the first colon that no quotes hold; -1 when there is none. */
function colonOf(name: string, rest: string): number {
  // Microsoft's programs write TZID=(UTC+00:00) Dublin and TZID=tzone://Microsoft/Utc without the quotes that a colon asks
  // for; a time has no colon of its own.
  if (name !== "SUMMARY" && /^;TZID=(?:\(|tzone:)/i.test(rest)) return rest.lastIndexOf(":");
  let quoted = false;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '"') quoted = !quoted;
    else if (rest[at] === ":" && !quoted) return at;
  }
  return -1;
}

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = at;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    if (end > at) yield text.slice(at, end);
    at = end + 1;
  }
}

const [CR, LF, SPACE, TAB] = [13, 10, 32, 9];

/** The letters of a file, its folded lines put together. UTF-8, or UTF-16 with its mark. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder("utf-16le").decode(bytes).replace(/(?:\r\n|\n|\r)[ \t]/g, "");
  const unfolded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === CR || byte === LF) {
      const next = byte === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
      if (bytes[next] === SPACE || bytes[next] === TAB) {
        at = next;
        continue;
      }
    }
    unfolded[length++] = byte;
  }
  return new TextDecoder().decode(unfolded.subarray(0, length));
}

export const lineOf = (part: FilePart, name: string): FileLine | undefined =>
  part.lines.find((line) => line.name === name);

export const linesNamed = (part: FilePart, name: string): FileLine[] =>
  part.lines.filter((line) => line.name === name);

/** `Team\, all\nwelcome` → "Team, all welcome". */
export const wordsIn = (value: string): string =>
  value
    .replace(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === "n" ? " " : letter))
    .replace(/\s+/g, " ")
    .trim();
