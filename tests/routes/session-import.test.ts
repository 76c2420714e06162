import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as importing from "#app/routes/session/import.tsx";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

let reviewer: Visitor;
let here: { organisation: string };

beforeAll(async () => {
  const ours = await givenOrganisation();
  here = { organisation: ours.slug };
  const password = "lantern orchard ferry";
  const email = "reviewer@calendars.example";
  await createMember(ours.organisationId, { name: "Reviewer", email, role: "reviewer", password });
  reviewer = new Visitor();
  await reviewer.send(signIn.action, "/sign-in", { email, password });
});

const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines].join("\r\n");
const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"];
const end = "END:VCALENDAR";
// Wednesdays and Fridays for ever: some of either lie in any year.
const weekly = [
  ...event("1", "SUMMARY:Drop-in", "DTSTART:20200103T124500Z", "DTEND:20200103T141500Z", "RRULE:FREQ=WEEKLY"),
  ...event("2", "SUMMARY:Board", "DTSTART:20200108T100000Z", "DTEND:20200108T110000Z", "RRULE:FREQ=WEEKLY"),
];

type Reply = {
  report?: {
    from: string;
    to: string;
    meetings: number;
    seriously: number;
    clashes: { meeting: { title: string }; conflicts: { observance: string }[] }[];
    problems: string[];
  };
  errors?: Record<string, string[]>;
};

async function check(text: string | undefined, window = "last") {
  const form = new FormData();
  if (text !== undefined) form.set("file", new File([text], "work.ics", { type: "text/calendar" }));
  form.set("window", window);
  const path = `/o/${here.organisation}/sessions/import`;
  const { status, data } = await reviewer.sendForm(importing.action, path, form, here);
  return { status, ...(data as Reply) };
}

describe("a calendar to check", () => {
  it.each(["last", "next"])(
    "tells a year of Friday meetings from others: the %s twelve months",
    async (window) => {
      const { status, report } = await check(calendar(...weekly, end), window);
      expect(status).toBe(200);
      expect(report!.meetings).toBeGreaterThanOrEqual(104);
      const fridays = report!.clashes.filter(({ meeting }) => meeting.title === "Drop-in");
      expect(fridays.length).toBeGreaterThanOrEqual(52);
      for (const { conflicts } of fridays)
        expect(conflicts.map(({ observance }) => observance)).toContain("jumuah");
      expect(report!.seriously).toBeGreaterThanOrEqual(fridays.length);
      const today = new Date().toISOString().slice(0, 10);
      expect(window === "last" ? report!.from < today : report!.to > today).toBe(true);
    },
  );

  it("that stops in the middle says so, and what came before counts", async () => {
    const { report } = await check(calendar(...weekly, "BEGIN:VEVENT", "SUMMARY:Cut"));
    expect(report!.meetings).toBeGreaterThanOrEqual(104);
    expect(report!.problems[0]).toMatch(/^The file stops before its end/);
  });

  it("leaves out what it cannot read, by name and with why", async () => {
    const odd = [
      ...event("3", "SUMMARY:Mars", "DTSTART;TZID=Mars/Olympus:20260102T130000"),
      ...event("4", "SUMMARY:Backwards", "DTSTART:20260602T130000Z", "DTEND:20260602T110000Z"),
      ...event("5", "SUMMARY:Every second", "DTSTART:20260602T130000Z", "RRULE:FREQ=SECONDLY"),
    ];
    const { report } = await check(calendar(...weekly, ...odd, end));
    expect(report!.meetings).toBeGreaterThanOrEqual(104);
    for (const [title, why] of [
      ["Mars", "time zone"],
      ["Every second", "repeats within a day"],
    ])
      expect(report!.problems.join("\n")).toMatch(new RegExp(`“${title}” was left out\\. .*${why}`));
  });

  it.each<[string, string | undefined, RegExp]>([
    ["nothing", undefined, /^Choose a calendar file/],
    ["an empty file", "", /^Choose a calendar file/],
    ["a file of another kind", "%PDF-1.7 and so on", /^This is not a calendar we can read.*iCalendar/],
    ["a file of 11 MB", "x".repeat(11 * 1024 * 1024), /^A calendar can be 10 MB at most/],
    [
      "more events than a year holds",
      calendar(
        ...Array.from({ length: 10_001 }, (_, index) =>
          event(`${index}`, `DTSTART:${new Date().toISOString().slice(0, 10).replaceAll("-", "")}T100000Z`),
        ).flat(),
        end,
      ),
      /^This calendar has more than 10,000 events in the year/,
    ],
  ])("is refused in a sentence that says what to do: %s", async (_, text, sentence) => {
    const { status, errors } = await check(text);
    expect(status).toBe(400);
    expect(errors!.file![0]).toMatch(sentence);
  });
});
