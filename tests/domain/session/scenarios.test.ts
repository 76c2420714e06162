import { describe, expect, it } from "vitest";
import { checkSession } from "#app/domain/session/check-session.ts";
import { breaksInWords, SessionInput } from "#app/domain/session/session-input.ts";
import { sessionParts } from "#app/domain/session/session-times.ts";

const local = { announcements: [], schoolHolidays: [] };
const plan = (date: string, startTime: string, endTime: string, more: Record<string, unknown> = {}) =>
  SessionInput.parse({
    title: "Workshop",
    purpose: "Plan",
    venue: "Hall",
    date,
    startTime,
    endTime,
    ...more,
  });
const check = (...typed: Parameters<typeof plan>) => checkSession(plan(...typed), local);
const met = (severity: string, ...typed: Parameters<typeof plan>) =>
  check(...typed)
    .conflicts.filter((one) => one.severity === severity)
    .map(({ observance }) => observance);
const conflict = (observance: string, ...typed: Parameters<typeof plan>) =>
  check(...typed).conflicts.find((one) => one.observance === observance);
const errors = (typed: Record<string, unknown>) =>
  SessionInput.safeParse({ title: "T", purpose: "P", venue: "Hall", ...typed }).error?.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  ) ?? [];

describe("a session that keeps people away is told so", () => {
  // Dates from the Board of Deputies, the Bahá'í World Centre, the Greek Orthodox Archdiocese, SGPC and Umm al-Qura.
  it.each<[string, string, string, Parameters<typeof plan>]>([
    ["Friday at midday in winter", "jumuah", "Muslims", ["2026-12-11", "12:30", "14:30"]],
    ["Friday at midday in summer", "jumuah", "Muslims", ["2026-06-19", "12:30", "14:30"]],
    ["a full day at the beginning of Ramadan", "ramadan_day", "Muslims", ["2026-02-19", "09:30", "16:30"]],
    ["a full day at the end of Ramadan", "ramadan_day", "Muslims", ["2026-03-19", "09:30", "16:30"]],
    ["Eid al-Fitr", "eid_al_fitr", "Muslims", ["2026-03-20", "10:00", "12:00"]],
    ["Eid by a sighting in Britain, a day later", "eid_al_fitr", "Muslims", ["2026-03-21", "10:00", "12:00"]],
    ["the evening of Yom Kippur", "yom_kippur", "Jewish people", ["2026-09-20", "19:00", "21:00"]],
    ["the day of Yom Kippur", "yom_kippur", "Jewish people", ["2026-09-21", "10:00", "12:00"]],
    ["Diwali on a Sunday", "diwali", "Hindu people", ["2026-11-08", "17:00", "19:00"]],
    ["Vaisakhi", "vaisakhi", "Sikh people", ["2026-04-14", "10:00", "16:00"]],
    ["Orthodox Good Friday", "good_friday", "Orthodox Christians", ["2026-04-10", "10:00", "12:00"]],
    ["the evening of Naw-Rúz", "naw_ruz", "Bahá’í people", ["2026-03-20", "18:45", "21:00"]],
    ["the day of Naw-Rúz", "naw_ruz", "Bahá’í people", ["2026-03-21", "10:00", "12:00"]],
    ["a Friday afternoon in December", "shabbat", "Jewish people", ["2026-12-11", "15:30", "17:30"]],
    ["a Saturday", "shabbat", "Jewish people", ["2026-06-20", "10:00", "15:00"]],
    [
      "Lunar New Year",
      "lunar_new_year",
      "people from Chinese, Korean and Vietnamese communities",
      ["2027-02-06", "10:00", "12:00"],
    ],
    [
      "Ethiopian Christmas",
      "genna_christmas",
      "Ethiopian and Eritrean Orthodox Christians",
      ["2027-01-07", "10:00", "12:00"],
    ],
    ["Christmas Day", "christmas", "Christians", ["2026-12-25", "10:00", "12:00"]],
    ["Holi", "holi", "Hindu people", ["2026-03-04", "10:00", "12:00"]],
    ["Western Good Friday", "good_friday", "Christians", ["2026-04-03", "10:00", "12:00"]],
    [
      "a Friday evening in June, after candle-lighting",
      "shabbat",
      "Jewish people",
      ["2026-06-19", "20:30", "22:00"],
    ],
    [
      "Kol Nidre, by the clock in Leeds",
      "yom_kippur",
      "Jewish people",
      ["2026-09-20", "18:30", "20:00", { place: "Leeds" }],
    ],
  ])("on %s", (_, observance, excludes, typed) => {
    const found = check(...typed).conflicts.find(
      (one) => one.observance.startsWith(observance) && one.severity === "serious",
    );
    expect(found?.excludes).toBe(excludes);
    expect(found?.reason).toContain(found?.name);
    expect(found?.mends.length).toBeGreaterThan(0);
  });

  it.each<[string, string, Parameters<typeof plan>]>([
    ["Vaisakhi on the 13th", "vaisakhi", ["2026-04-13", "10:00", "12:00"]],
    ["Diwali on the 9th", "diwali", ["2026-11-09", "10:00", "12:00"]],
    ["a short morning in Ramadan", "ramadan_day", ["2026-02-25", "10:00", "12:00"]],
  ])("one step less firmly: %s", (_, observance, typed) => {
    expect(met("moderate", ...typed)).toContain(observance);
  });

  it("once the mosque has announced the day of Eid, less firmly on the other", () => {
    const announced = {
      tradition: "islam",
      observance: "eid_al_fitr",
      date: "2026-03-21",
      authority: "A mosque in the city",
      source: "Its notice board",
      recordedOn: "2026-03-19",
    };
    const severity = (date: string) =>
      checkSession(plan(date, "10:00", "12:00"), {
        announcements: [announced],
        schoolHolidays: [],
      }).conflicts.find((one) => one.observance === "eid_al_fitr")?.severity;
    expect([severity("2026-03-20"), severity("2026-03-21")]).toEqual(["moderate", "serious"]);
  });

  it.each<[string, string, Parameters<typeof plan>]>([
    ["Friday that ends at 12:30", "jumuah", ["2026-12-11", "10:00", "12:30"]],
    ["Friday with a break over Dhuhr", "jumuah", ["2026-06-19", "10:00", "16:00", { breaks: "12:45-14:15" }]],
    ["Friday that ends before candle-lighting", "shabbat", ["2026-12-11", "13:30", "15:00"]],
    ["Friday evening in June before candle-lighting", "shabbat", ["2026-06-19", "17:30", "20:00"]],
    ["Saturday after nightfall", "shabbat", ["2026-01-17", "18:30", "20:00"]],
    ["the afternoon before Yom Kippur", "yom_kippur", ["2026-09-20", "14:00", "17:30"]],
    ["Ramadan after sunset", "ramadan_day", ["2026-02-25", "18:30", "21:00", { catering: "yes" }]],
    ["the Tuesday before Ramadan", "ramadan_day", ["2026-02-17", "09:30", "16:30"]],
  ])("and is left alone on a %s", (_, observance, typed) => {
    expect(met("serious", ...typed)).not.toContain(observance);
    expect(met("moderate", ...typed)).not.toContain(observance);
  });
});

describe("what would mend it", () => {
  it("is a break, or another hour, for Friday prayer", () => {
    expect(conflict("jumuah", "2026-06-19", "12:30", "14:30")?.mends.join(" ")).toMatch(
      /12:30.*14:30.*break/,
    );
  });
  it("is an end an hour before candle-lighting where the session stands, in Glasgow earlier than in London", () => {
    const end = (place: string) =>
      /end by (\d\d:\d\d)/i.exec(
        conflict("shabbat", "2026-12-11", "13:00", "17:00", { place })?.mends[0] ?? "",
      )?.[1];
    expect(end("London")).toBe("14:33");
    expect(end("Glasgow")! < end("London")!).toBe(true);
  });
  it("is no separate plate on Yom Kippur", () => {
    const mends = conflict("yom_kippur", "2026-09-21", "10:00", "12:00")?.mends.join(" ");
    expect(mends).toMatch(/another day/);
    expect(mends).not.toMatch(/plates|short/);
  });
  it("is iftar in Ramadan", () => {
    expect(conflict("ramadan_day", "2026-02-25", "09:30", "16:30")?.mends.join(" ")).toMatch(
      /four hours.*iftar/,
    );
  });
});

describe("bank holidays", () => {
  const named = (date: string, more: Record<string, unknown>) =>
    check(date, "10:00", "12:00", more)
      .conflicts.filter(({ tradition }) => tradition.startsWith("uk_bank"))
      .map(({ name, excludes }) => `${name}: ${excludes}`);
  it("are those of the place", () => {
    expect(named("2026-11-30", { place: "Glasgow" }).join()).toMatch(/St Andrew.*Scotland/);
    expect(named("2026-11-30", { place: "Cardiff" })).toEqual([]);
    expect(named("2026-07-13", { place: "Belfast" }).join()).toMatch(/Boyne.*Northern Ireland/);
    expect(named("2026-07-13", {})).toEqual([]);
  });
  it("all count online, each once", () => {
    expect(named("2026-12-25", { online: "yes", venue: "" })).toEqual([
      expect.stringMatching(/England and Wales; Northern Ireland; Scotland/),
    ]);
  });
  it("count when only some traditions are present, too", () => {
    expect(named("2026-12-25", { traditions: ["sikh"] })).toHaveLength(1);
  });
});

describe("a session past midnight", () => {
  const iftarToSuhur = (more = {}) =>
    plan("2026-03-06", "18:00", "04:00", { endDate: "2026-03-07", ...more });

  it("lasts into the next day", () => {
    const session = iftarToSuhur();
    expect([session.startsAt, session.endsAt]).toEqual(["2026-03-06T18:00:00Z", "2026-03-07T04:00:00Z"]);
    expect(sessionParts(session)).toHaveLength(1);
  });

  it("from iftar to suhur breaks no fast, and meets Shabbat all the same", () => {
    const { conflicts } = checkSession(iftarToSuhur({ catering: "yes" }), local);
    expect(conflicts.map(({ observance }) => observance)).not.toContain("ramadan_day");
    expect(conflicts.find(({ observance }) => observance === "shabbat")?.severity).toBe("serious");
  });

  it("asks for a break for the prayers of the night", () => {
    const vigil = check("2026-06-20", "20:00", "06:00", { endDate: "2026-06-21" });
    const told = vigil.venue.map(({ finding }) => finding).join(" ");
    expect(told).toMatch(/Maghrib/);
    expect(told).toMatch(/Fajr/);
    const kind = check("2026-06-20", "20:00", "06:00", {
      endDate: "2026-06-21",
      breaks: "21:35-22:00\n23:50-00:10\n03:10-03:30",
    });
    expect(kind.venue.map(({ finding }) => finding).join(" ")).not.toMatch(/begins at/);
  });

  it("keeps a break over midnight, and refuses one that lies outside", () => {
    const session = iftarToSuhur({ breaks: "23:45-00:15\n02:00-02:30" });
    expect(session.breaks).toEqual([
      { start: "2026-03-06T23:45:00Z", end: "2026-03-07T00:15:00Z" },
      { start: "2026-03-07T02:00:00Z", end: "2026-03-07T02:30:00Z" },
    ]);
    expect(breaksInWords(session.breaks)).toBe("23:45-00:15\n02:00-02:30");
    const outside = { date: "2026-03-06", endDate: "2026-03-07", startTime: "18:00", endTime: "04:00" };
    expect(errors({ ...outside, breaks: "12:00-12:30" })).toEqual([
      expect.stringMatching(/^breaks: .*outside/),
    ]);
  });

  it("has the hours that pass, not those on the clock, when the clocks change", () => {
    const hours = (date: string, endDate: string) => {
      const { startsAt, endsAt } = plan(date, "22:00", "06:00", { endDate });
      return (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
    };
    expect(hours("2026-03-28", "2026-03-29")).toBe(7);
    expect(hours("2026-10-24", "2026-10-25")).toBe(9);
    expect(hours("2026-06-05", "2026-06-06")).toBe(8);
  });

  it("reads an hour that comes twice as the first, and refuses one that never comes", () => {
    expect(plan("2026-10-25", "01:30", "02:30").startsAt).toBe("2026-10-25T00:30:00Z");
    expect(errors({ date: "2026-03-29", startTime: "01:30", endTime: "04:00" })[0]).toMatch(
      /^startTime: There is no 01:30/,
    );
    expect(
      errors({ date: "2026-03-28", endDate: "2026-03-29", startTime: "20:00", endTime: "01:30" })[0],
    ).toMatch(/^endTime: There is no 01:30/);
  });
});

describe("a session of several days", () => {
  const course = plan("2026-03-18", "10:00", "16:00", { endDate: "2026-03-20", breaks: "12:15-14:00" });

  it("keeps the same hours each day, and its break every day", () => {
    expect(sessionParts(course).map(({ start }) => start)).toEqual([
      "2026-03-18T10:00:00Z",
      "2026-03-19T10:00:00Z",
      "2026-03-20T10:00:00Z",
    ]);
    expect(course.breaks).toHaveLength(3);
    expect(breaksInWords(course.breaks)).toBe("12:15-14:00");
  });

  it("is checked on each of its days, and each observance is told once", () => {
    const found = checkSession(course, local).conflicts;
    const named = found.map(({ observance }) => observance);
    expect(named.filter((one) => one === "ramadan_day")).toHaveLength(1);
    expect(named).toContain("eid_al_fitr");
    // Friday's break is long enough for prayer.
    expect(found.find(({ observance }) => observance === "jumuah")?.severity).toBe("note");
    expect(found.find(({ observance }) => observance === "ramadan_day")?.reason).toMatch(/18 March/);
  });

  it("meets no night between its days, unless it runs straight through", () => {
    const weekend = { endDate: "2026-09-22", run: "daily" };
    expect(met("serious", "2026-09-19", "20:30", "21:30", { ...weekend, endDate: "2026-09-20" })).toContain(
      "yom_kippur",
    );
    // Friday and Saturday evening after nightfall against a stay from Friday morning to Sunday.
    const stay = { endDate: "2026-07-05" };
    expect(met("serious", "2026-07-03", "10:00", "12:00", { ...stay, run: "through" })).toEqual(
      expect.arrayContaining(["jumuah", "shabbat"]),
    );
    expect(met("serious", "2026-07-03", "09:00", "11:00", { endDate: "2026-07-03" })).toEqual([]);
  });

  it("keeps its clock time when the clocks change in the middle", () => {
    const { startsAt, endsAt, daily } = plan("2026-03-28", "10:00", "16:00", { endDate: "2026-03-29" });
    expect(sessionParts({ startsAt, endsAt, daily }).map(({ start }) => start)).toEqual([
      "2026-03-28T10:00:00Z",
      "2026-03-29T09:00:00Z",
    ]);
  });

  it("can be night after night", () => {
    const nights = plan("2026-03-10", "20:00", "01:00", { endDate: "2026-03-13", run: "daily" });
    expect(sessionParts(nights)).toEqual([
      { start: "2026-03-10T20:00:00Z", end: "2026-03-11T01:00:00Z" },
      { start: "2026-03-11T20:00:00Z", end: "2026-03-12T01:00:00Z" },
      { start: "2026-03-12T20:00:00Z", end: "2026-03-13T01:00:00Z" },
    ]);
  });

  it.each([
    [{ endDate: "2026-06-08" }, /^endDate: .*before/],
    [{ endDate: "2026-09-09" }, /^endDate: .*30 days/],
    [{ endDate: "2026-02-30" }, /^endDate: /],
    [{ endTime: "09:00" }, /^endTime: .*past midnight/],
    [{ run: "sideways", endDate: "2026-06-10" }, /^run: /],
  ])("is refused when %o", (more, message) => {
    const typed = { date: "2026-06-09", startTime: "10:00", endTime: "12:00", ...more };
    expect(errors(typed).join("\n")).toMatch(message);
  });
});

describe("food", () => {
  const food = (typed: Parameters<typeof plan>, dishes: object[] = []) =>
    checkSession({ ...plan(...typed), dishes: dishes as never }, local).food;
  it("is not put before people who fast, from the evening on which a fast begins", () => {
    const evening = food(["2026-09-20", "19:00", "21:00", { catering: "yes" }]);
    expect(evening.find(({ tradition }) => tradition === "judaism")?.mend).toMatch(/Serve nothing/);
  });
  it("is welcome after sunset in Ramadan", () => {
    const told = food(["2026-02-25", "18:30", "21:00", { catering: "yes", traditions: ["islam"] }]);
    expect(told).toEqual([]);
  });
  it("suits a fast from meat when a vegan dish is named", () => {
    const typed: Parameters<typeof plan> = [
      "2026-04-08",
      "12:00",
      "14:00",
      { catering: "yes", traditions: ["christian_orthodox"] },
    ];
    expect(food(typed)).toHaveLength(1);
    expect(food(typed, [{ name: "Bean stew", contains: [], labels: ["vegan"] }])).toEqual([]);
  });
  it("is eaten before sunset where Jain people are invited", () => {
    const dal = [{ name: "Dal", contains: [], labels: ["jain"] }];
    const on = (startTime: string, endTime: string) =>
      food(["2026-11-18", startTime, endTime, { catering: "yes", traditions: ["jain"] }], dal);
    // Sunset in London on 18 November 2026 is at 16:07.
    expect(on("18:00", "20:00").map(({ warning }) => warning)).toEqual([
      expect.stringMatching(/nothing after sunset, at 16:0[678]/),
    ]);
    expect(on("13:00", "18:00")).toEqual([]);
  });
  it("names the fortnightly fast of Ekadashi and the days of Paryushan", () => {
    const named = (date: string, tradition: string) =>
      food([date, "12:00", "14:00", { catering: "yes", traditions: [tradition] }])
        .map(({ warning }) => warning)
        .join();
    expect(named("2026-11-20", "hindu")).toMatch(/Ekadashi/);
    expect(named("2026-09-10", "jain")).toMatch(/Paryushan/);
  });
  it("keeps beef, pork and alcohol apart, and says that alcohol keeps people away wherever it stands", () => {
    const menu = [
      { name: "Beef stew", contains: ["beef"], labels: [] },
      { name: "Pork pie", contains: ["pork"], labels: [] },
      { name: "Wine", contains: ["alcohol"], labels: [] },
      { name: "Fried rice", contains: [], labels: ["vegan", "halal", "jain"] },
      { name: "Boxed lunch", contains: ["meat"], labels: ["kosher"] },
    ];
    const told = (more: Record<string, unknown>) =>
      checkSession(
        { ...plan("2026-11-18", "12:00", "14:00", { catering: "yes", ...more }), dishes: menu as never },
        local,
      ).food.map(({ tradition, warning }) => `${tradition}: ${warning}`);
    const apart = { facilities: ["kitchen-separation"] };
    expect(told({}).sort()).toEqual([
      "bahai: Wine has alcohol in it. Some people stay away where alcohol is served.",
      "hindu: Beef stew and Boxed lunch share a table with other food.",
      "islam: Pork pie and Wine share a table with other food.",
      "islam: Wine has alcohol in it. Some people stay away where alcohol is served.",
      "jain: Beef stew, Pork pie and Boxed lunch share a table with other food.",
      "jain: Wine has alcohol in it. Some people stay away where alcohol is served.",
      "judaism: Pork pie shares a table with other food.",
      "sikh: Beef stew and Boxed lunch share a table with other food.",
      "sikh: Wine has alcohol in it. Some people stay away where alcohol is served.",
    ]);
    expect(told(apart).filter((one) => one.includes("share"))).toEqual([]);
    expect(told({ ...apart, traditions: ["judaism"] })).toEqual([]);
  });
  it("has no leaven at Pesach", () => {
    const told = food(["2026-04-06", "12:00", "14:00", { catering: "yes", traditions: ["judaism"] }]);
    expect(told.map(({ warning }) => warning).join()).toMatch(/Pesach/);
  });
});
