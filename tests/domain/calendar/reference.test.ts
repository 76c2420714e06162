import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ENTRIES, observancesBetween } from "#app/domain/calendar/index.ts";

const reference = new URL("../../../../shared/reference/", import.meta.url);
const fallback = new URL("../../../../../shared/reference/", import.meta.url);
const folder = [reference, fallback].find((one) => existsSync(new URL("faith-observance-ids.csv", one)));

const rows = (name: string) =>
  readFileSync(new URL(name, folder), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** Every date on which some variant of an observance falls in a year, and the first variants' dates. */
function datesOf(tradition: string, id: string, year: number) {
  const found = observancesBetween(`${year}-01-01`, `${year}-12-31`, { traditions: [tradition] }).filter(
    (one) => one.id === id,
  );
  return {
    all: found.flatMap(({ variants }) => variants.map(({ date }) => date)),
    first: found.map(({ variants }) => variants[0]?.date),
  };
}

describe.runIf(folder)("against the reference sample", () => {
  it("knows every observance id", () => {
    const known = new Set(ENTRIES.map(({ tradition, id }) => `${tradition},${id}`));
    const missing = rows("faith-observance-ids.csv").filter(
      ([tradition, id]) => !known.has(`${tradition},${id}`),
    );
    expect(missing).toEqual([]);
  });

  it("covers every sample date with some variant", () => {
    const missed = rows("faith-dates-sample.csv").filter(
      ([tradition = "", id = "", year, date = ""]) =>
        !datesOf(tradition, id, Number(year)).all.includes(date),
    );
    expect(missed).toEqual([]);
  });
});

/** Dates from general knowledge, published almanacs and official announcements; the first is the one expected first. */
const KNOWN: [string, string, number, string][] = [
  ["hindu", "diwali", 2016, "2016-10-30"],
  ["hindu", "diwali", 2022, "2022-10-24"],
  ["hindu", "diwali", 2026, "2026-11-08"],
  ["hindu", "holi", 2024, "2024-03-25"],
  ["hindu", "dussehra", 2019, "2019-10-08"],
  ["hindu", "dussehra", 2022, "2022-10-05"],
  ["hindu", "dussehra", 2026, "2026-10-20"],
  ["hindu", "maha_shivaratri", 2024, "2024-03-08"],
  ["hindu", "onam", 2018, "2018-08-25"],
  ["hindu", "onam", 2023, "2023-08-29"],
  ["hindu", "onam", 2031, "2031-08-30"],
  ["buddhist", "losar_tibetan", 2022, "2022-03-03"],
  ["buddhist", "losar_tibetan", 2024, "2024-02-10"],
  ["islam", "eid_al_fitr", 2024, "2024-04-10"],
  ["judaism", "yom_kippur", 2026, "2026-09-21"],
  ["judaism", "hanukkah", 2025, "2025-12-15"],
  ["judaism", "purim", 2024, "2024-03-24"],
  ["christian_orthodox", "good_friday", 2026, "2026-04-10"],
  ["christian_western", "easter", 2026, "2026-04-05"],
  ["ethiopian", "timkat", 2024, "2024-01-20"],
  ["ethiopian", "enkutatash", 2023, "2023-09-12"],
  ["bahai", "naw_ruz", 2026, "2026-03-21"],
  ["bahai", "twin_birthday_bab", 2015, "2015-11-13"],
  ["bahai", "twin_birthday_bab", 2034, "2034-11-12"],
  ["bahai", "twin_birthday_bab", 2061, "2061-10-14"],
  ["lunar", "lunar_new_year", 2027, "2027-02-06"],
  ["lunar", "lunar_new_year", 2030, "2030-02-03"],
  ["sikh", "hola_mohalla", 2018, "2018-03-02"],
  ["sikh", "hola_mohalla", 2025, "2025-03-15"],
  ["sikh", "vaisakhi", 2025, "2025-04-13"],
  ["sikh", "vaisakhi", 2026, "2026-04-14"],
  ["zoroastrian", "shahenshahi_new_year", 2024, "2024-08-15"],
  ["zoroastrian", "kadmi_new_year", 2024, "2024-07-16"],
  ["uk_bank_holiday_england_wales", "christmas", 2022, "2022-12-27"],
  ["uk_bank_holiday_england_wales", "boxing_day", 2022, "2022-12-26"],
  ["uk_bank_holiday_england_wales", "spring", 2022, "2022-06-02"],
  ["uk_bank_holiday_scotland", "world_cup", 2026, "2026-06-15"],
  ["uk_bank_holiday_scotland", "2nd_january", 2022, "2022-01-04"],
  ["uk_bank_holiday_northern_ireland", "battle_boyne", 2026, "2026-07-13"],
];

describe("known dates", () => {
  it.each(KNOWN)("%s %s in %i is first expected on %s", (tradition, id, year, date) => {
    expect(datesOf(tradition, id, year).first).toContain(date);
  });

  it.each([
    [
      "eid al-Adha of 2016, when Britain’s moon was too low for two evenings",
      "islam",
      "eid_al_adha",
      2016,
      "2016-09-13",
    ],
    [
      "eid al-Fitr of 2016 in Turkey, a day before the Saudi calendar",
      "islam",
      "eid_al_fitr",
      2016,
      "2016-07-05",
    ],
    ["Seollal of 2027, a day after China", "lunar", "lunar_new_year", 2027, "2027-02-07"],
    ["Tết of 2030, a day before China", "lunar", "lunar_new_year", 2030, "2030-02-02"],
    ["the Buddha’s birthday of 2023 in Korea", "buddhist", "buddha_birthday_chinese", 2023, "2023-05-27"],
    [
      "Vesak of 2026 in monasteries of the Thai tradition",
      "buddhist",
      "vesak_may_full_moon",
      2026,
      "2026-05-31",
    ],
    ["Deepavali of 2017 in Tamil communities", "hindu", "diwali", 2017, "2017-10-18"],
    ["Dol Purnima of 2021", "hindu", "holi", 2021, "2021-03-28"],
    ["Thaipusam of 2017 in Malaysia", "hindu", "thaipusam", 2017, "2017-02-09"],
    ["Mahavir Jayanti of 2016 as India’s holiday list had it", "jain", "mahavir_jayanti", 2016, "2016-04-20"],
    ["Saraswati Puja of 2025 in Bengal", "hindu", "vasant_panchami", 2025, "2025-02-03"],
    [
      "the birthday of Guru Gobind Singh of 2030 further east",
      "sikh",
      "guru_gobind_singh_gurpurab",
      2030,
      "2030-12-31",
    ],
    ["Losar of 2022 by the Tsurphu calendar", "buddhist", "losar_tibetan", 2022, "2022-02-02"],
    ["Losar of 2025 by the Tsurphu calendar", "buddhist", "losar_tibetan", 2025, "2025-03-01"],
    ["Losar of 2024 in Nepal", "buddhist", "losar_tibetan", 2024, "2024-03-11"],
    ["Paryushan of 2023 from the twelfth lunar day", "jain", "paryushan_start", 2023, "2023-09-11"],
    ["Samvatsari of 2020 a day later", "jain", "samvatsari", 2020, "2020-08-23"],
    ["Hola Mohalla of the Mool Nanakshahi calendar", "sikh", "hola_mohalla", 2024, "2024-03-14"],
    ["Khordad Sal of the Iranian calendar", "zoroastrian", "khordad_sal", 2025, "2025-03-26"],
    ["Khordad Sal of the Shahenshahi calendar", "zoroastrian", "khordad_sal", 2025, "2025-08-20"],
  ] as const)("covers %s", (_, tradition, id, year, date) => {
    expect(datesOf(tradition, id, year).all).toContain(date);
  });

  it.each([
    ["Losar of 2026, on which the Tibetan calendars agree", "buddhist", "losar_tibetan", 2026, "2026-02-18"],
    ["Easter", "christian_western", "easter", 2026, "2026-04-05"],
    ["Rosh Hashanah", "judaism", "rosh_hashanah", 2026, "2026-09-12"],
    ["Naw-Rúz", "bahai", "naw_ruz", 2027, "2027-03-21"],
  ] as const)("offers no rival to %s", (_, tradition, id, year, date) => {
    expect(datesOf(tradition, id, year).all).toEqual([date]);
  });

  // As published for Vaishnavas of northern India.
  it.each([
    ["2026-05-26", ["2026-05-26", "2026-05-27"]],
    ["2026-07-10", ["2026-07-10", "2026-07-11"]],
    ["2026-09-07", ["2026-09-07"]],
    ["2026-11-20", ["2026-11-20", "2026-11-21"]],
    ["2026-12-20", ["2026-12-20"]],
  ])("keeps the Ekadashi of %s on %o", (day, days) => {
    const found = observancesBetween(day, day, { traditions: ["hindu"] }).find(({ id }) => id === "ekadashi");
    expect(found?.variants.map(({ date }) => date)).toEqual(days);
  });

  it("keeps Julian feasts Julian past 2100", () => {
    expect(datesOf("christian_orthodox", "christmas", 2100).all).toEqual(["2100-01-07"]);
    expect(datesOf("christian_orthodox", "christmas", 2101).all).toEqual(["2101-01-08"]);
    expect(datesOf("ethiopian", "enkutatash", 2100).all).toEqual(["2100-09-12"]);
  });

  it("offers the day after Umm al-Qura for a later sighting", () => {
    expect(datesOf("islam", "eid_al_fitr", 2025).all).toEqual(["2025-03-30", "2025-03-31"]);
  });

  it("keeps both days of a disputed Diwali", () => {
    expect(datesOf("hindu", "diwali", 2025).all).toEqual(
      expect.arrayContaining(["2025-10-20", "2025-10-21"]),
    );
  });

  it("has no May Day on Monday in 2020", () => {
    expect(datesOf("uk_bank_holiday_england_wales", "early_may", 2020).all).toEqual([]);
    expect(datesOf("uk_bank_holiday_england_wales", "early_may_ve", 2020).all).toEqual(["2020-05-08"]);
  });
});
