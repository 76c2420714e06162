import ICAL from "ical.js";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import * as calendar from "#app/routes/public/calendar.tsx";
import * as csv from "#app/routes/public/calendar-csv.ts";
import * as ics from "#app/routes/public/calendar-ics.ts";
import * as json from "#app/routes/public/calendar-json.ts";
import * as observance from "#app/routes/public/calendar-observance.tsx";
import { calendarJson, type CalendarItem, GUIDES } from "#app/domain/calendar/index.ts";
import { Visitor } from "#tests/support/visitor.ts";

const reader = new Visitor();
const events = (text: unknown) =>
  new ICAL.Component(ICAL.parse(String(text)) as never)
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one));

const badQueries: [string, RegExp][] = [
  ["from=2026-01-01&to=2037-01-02", /to:.*10 years/],
  ["from=2026-02-30&to=2026-03-02", /from:.*not a real date/],
  ["from=2026-03-02&to=2026-03-01", /to:.*before/],
  ["tradition=jedi", /tradition:.*jedi/],
  ["observance=potluck", /observance:.*potluck/],
  ["from=2026-01-01&to=2036-01-01", /to:.*10 years/],
  ["month=2026-13", /month:/],
  ["view=year&year=26", /year:/],
  ["view=week", /view:/],
  ["place=Gotham", /place:/],
  ["lat=91&lon=0", /latitude:/],
  ["lat=51", /lon:/],
  ["weekly=perhaps", /weekly:/],
];

describe("the calendar's pages", () => {
  it.each(badQueries)("answer %s with 400 and the field's name", async (query, message) => {
    const answer = await reader.load(calendar.loader, `/calendar?${query}`);
    expect(answer.status).toBe(400);
    expect(String(answer.data)).toMatch(message);
  });

  it("list a month, with bank holidays of the jurisdictions as one", async () => {
    const { data, headers } = await reader.load(calendar.loader, "/calendar?month=2026-08");
    const { items } = data as { items: { name: string; traditionLabel: string }[] };
    expect(
      items
        .filter(({ traditionLabel }) => traditionLabel.startsWith("Bank holiday"))
        .map((one) => one.traditionLabel),
    ).toEqual(["Bank holiday: Scotland", "Bank holiday: England and Wales, Northern Ireland"]);
    expect(headers.get("ETag")).toMatch(/^"/);
  });

  it("have one for every observance, and none for another word", async () => {
    for (const { id } of GUIDES) {
      const answer = await reader.load(observance.loader, `/calendar/${id}`, { observance: id });
      expect(answer.status, id).toBe(200);
    }
    const nothing = await reader.load(observance.loader, "/calendar/x", { observance: "x" });
    expect(nothing.status).toBe(404);
  });
});

describe("the calendar's feeds", () => {
  it.each(badQueries.filter(([query]) => !query.startsWith("view=week")))(
    "answer %s with 400 and the field's name",
    async (query, message) => {
      for (const { loader } of [ics, csv, json]) {
        const answer = await reader.load(loader, `/calendar.x?${query}`);
        expect(answer.status).toBe(400);
        expect(String(answer.data)).toMatch(message);
      }
    },
  );

  it("give the same observances as iCalendar, JSON and CSV", async () => {
    const query = "from=2026-02-01&to=2026-04-30";
    const expected = calendarJson("2026-02-01", "2026-04-30");
    const dated = expected.flatMap((one) =>
      one.variants.map(({ date }) => `${one.tradition}-${one.observance}-${date}`),
    );
    const asJson = await reader.load(json.loader, `/calendar.json?${query}`);
    expect(JSON.parse(String(asJson.data)) as CalendarItem[]).toEqual(expected);
    const asIcs = await reader.load(ics.loader, `/calendar.ics?${query}`);
    expect(asIcs.headers.get("Content-Type")).toMatch(/^text\/calendar/);
    expect(
      events(asIcs.data)
        .map(({ uid }) => uid)
        .sort(),
    ).toEqual(dated.map((one) => `${one}@calendar.kept`).sort());
    const asCsv = await reader.load(csv.loader, `/calendar.csv?${query}`);
    const rows = papaparse.parse<Record<string, string>>(String(asCsv.data).replace("\uFEFF", ""), {
      header: true,
      skipEmptyLines: true,
    });
    expect(rows.errors).toEqual([]);
    expect(rows.data.map((row) => `${row.tradition}-${row.observance}-${row.date}`)).toEqual(dated);
  });

  it("keep whole days whole, mark doubt, and give Shabbat its hours", async () => {
    const { data } = await reader.load(ics.loader, "/calendar.ics?from=2026-03-20&to=2026-03-21");
    const found = events(data);
    const eid = found.filter(({ uid }) => uid.includes("eid_al_fitr"));
    expect(eid.length).toBeGreaterThan(1);
    expect(eid[0]?.summary).toContain("(likely)");
    expect(eid[1]?.component.getFirstPropertyValue("status")).toBe("TENTATIVE");
    expect(eid[0]?.startDate.isDate).toBe(true);
    expect(eid[0]?.startDate.toString()).toBe("2026-03-20");
    // Three days, and an all-day end is exclusive.
    expect(eid[0]?.endDate.toString()).toBe("2026-03-23");
    const shabbat = found.find(({ uid }) => uid.includes("shabbat"));
    expect(shabbat?.startDate.isDate).toBe(false);
    expect(shabbat?.startDate.toJSDate().toISOString().slice(0, 10)).toBe("2026-03-20");
  });

  it("leave out what is not asked for", async () => {
    const { data } = await reader.load(
      json.loader,
      "/calendar.json?from=2026-01-01&to=2026-12-31&traditions=islam,sikh&weekly=no",
    );
    const items = JSON.parse(String(data)) as CalendarItem[];
    expect(new Set(items.map(({ tradition }) => tradition))).toEqual(new Set(["islam", "sikh"]));
    expect(items.some(({ observance: id }) => id === "jumuah")).toBe(false);
  });

  it("give one observance alone", async () => {
    const { data } = await reader.load(
      ics.loader,
      "/calendar.ics?from=2026-01-01&to=2027-12-31&observance=diwali",
    );
    const found = events(data);
    expect(found.map(({ startDate }) => startDate.toString())).toContain("2026-11-08");
    expect(found.every(({ uid }) => uid.startsWith("hindu-diwali-"))).toBe(true);
  });

  it("are not sent again to somebody who has them", async () => {
    const path = "http://localhost:3000/calendar.ics?from=2026-01-01&to=2026-01-31";
    const context = { publicUrl: "http://localhost:3000", nonce: "", clientAddress: "" };
    const first = await ics.loader({ request: new Request(path), params: {}, context });
    const headers = { "If-None-Match": first.headers.get("ETag")! };
    const again = await ics
      .loader({ request: new Request(path, { headers }), params: {}, context })
      .catch((thrown: unknown) => thrown as Response);
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });
});
