export type XmlElement = {
  /** What stands in the opening tag after the name. */
  readonly facts: string;
  readonly inside: string;
};

/** No tag of a spreadsheet says more than this; a longer one is there to keep us busy. */
const LONGEST_TAG = 2000;

const damaged = () => new RangeError("The spreadsheet is damaged. Save it again as .xlsx or as CSV.");

/**
 * The elements of this name, one after another; those of one name must not lie within each other. By searching and not by
 * regular expressions, so that the time grows with the length of the text and with nothing else, whatever is in it.
 * @throws RangeError when one is opened and never closed: what follows it would be lost unseen
 */
export function* elements(xml: string, name: string): Generator<XmlElement> {
  const [open, close] = [`<${name}`, `</${name}>`];
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const start = at + open.length;
    at = start;
    if (!" \t\r\n/>".includes(xml[start] ?? "x")) continue;
    const end = xml.indexOf(">", start);
    if (end < 0) throw damaged();
    const facts = xml.slice(start, Math.min(end, start + LONGEST_TAG));
    if (xml[end - 1] === "/") {
      yield { facts, inside: "" };
      at = end + 1;
      continue;
    }
    const stop = xml.indexOf(close, end);
    if (stop < 0) throw damaged();
    yield { facts, inside: xml.slice(end + 1, stop) };
    at = stop + close.length;
  }
}

export function firstElement(xml: string, name: string): XmlElement | undefined {
  return elements(xml, name).next().value ?? undefined;
}

export function attribute(facts: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]{0,300})"|'([^']{0,300})')`).exec(facts);
  return found?.[1] ?? found?.[2];
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with XML's own five entities and numbered characters read; any other entity stays as it is written. */
export function decoded(xml: string): string {
  return xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      const code = hex ? parseInt(hex, 16) : Number(digits ?? NaN);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      return (name && entities[name]) ?? whole;
    },
  );
}
