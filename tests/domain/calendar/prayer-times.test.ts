import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prayerTimes } from "#app/domain/calendar/index.ts";

/**
 * Dhuhr, Asr (earlier and later school) and Maghrib as London's mosques publish them: the timetable of the East London
 * Mosque for 2017 and London's unified timetable for 2026, with the days on which clocks change.
 */
const LONDON: [date: string, dhuhr: string, asr: string, asrHanafi: string, maghrib: string][] = [
  ["2017-01-01", "12:09", "13:46", "14:17", "16:05"],
  ["2026-01-15", "12:15", "14:02", "14:35", "16:24"],
  ["2017-02-01", "12:19", "14:26", "15:02", "16:53"],
  ["2026-02-15", "12:20", "14:46", "15:26", "17:19"],
  ["2017-03-01", "12:18", "15:05", "15:49", "17:44"],
  ["2026-03-15", "12:15", "15:21", "16:09", "18:08"],
  ["2017-04-01", "13:09", "16:38", "17:32", "19:37"],
  ["2026-04-15", "13:06", "16:49", "17:48", "20:00"],
  ["2017-05-01", "13:03", "17:01", "18:05", "20:27"],
  ["2026-05-15", "13:02", "17:10", "18:18", "20:49"],
  ["2017-06-01", "13:03", "17:18", "18:31", "21:11"],
  ["2026-06-15", "13:06", "17:24", "18:39", "21:23"],
  ["2017-07-01", "13:09", "17:27", "18:41", "21:24"],
  ["2026-07-15", "13:12", "17:25", "18:37", "21:15"],
  ["2017-08-01", "13:12", "17:16", "18:24", "20:51"],
  ["2026-08-15", "13:10", "17:04", "18:07", "20:26"],
  ["2017-09-01", "13:05", "16:43", "17:40", "19:50"],
  ["2026-09-15", "13:01", "16:23", "17:15", "19:18"],
  ["2017-10-01", "12:55", "15:56", "16:43", "18:41"],
  ["2026-10-15", "12:51", "15:33", "16:16", "18:11"],
  ["2017-11-01", "11:49", "14:06", "14:44", "16:36"],
  ["2026-11-15", "11:50", "13:49", "14:24", "16:14"],
  ["2017-12-01", "11:55", "13:37", "14:09", "15:58"],
  ["2026-12-15", "12:01", "13:36", "14:06", "15:55"],
  ["2026-03-29", "13:10", "16:35", "17:28", "19:32"],
  ["2026-10-25", "11:50", "14:17", "14:57", "16:50"],
  ["2026-06-21", "13:07", "17:25", "18:40", "21:25"],
  ["2026-12-21", "12:04", "13:38", "14:08", "15:57"],
];

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe("prayer times", () => {
  it.each(LONDON)("are within two minutes of London's timetable on %s", (date, ...published) => {
    const { dhuhr, asr, asrHanafi, maghrib } = prayerTimes({ date, latitude: 51.5, longitude: -0.12 });
    [dhuhr, asr, asrHanafi, maghrib].forEach((time, index) =>
      expect(
        Math.abs(minutes(time) - minutes(published[index] ?? "")),
        `${time}, ${published[index]}`,
      ).toBeLessThan(3),
    );
  });

  it("stay in order at every British latitude on every day", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 49.9, max: 60.9, noNaN: true }),
        fc.date({ min: new Date("2015-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }),
        (latitude, day) => {
          const times = prayerTimes({ date: day.toISOString().slice(0, 10), latitude, longitude: -1.5 });
          const { fajr, sunrise, dhuhr, asr, asrHanafi, maghrib, isha } = times;
          const inOrder = [fajr, sunrise, dhuhr, asr, asrHanafi, maghrib];
          expect(inOrder).toEqual([...inOrder].sort());
          // In a northern June night falls after midnight.
          expect(isha > maghrib || isha < fajr, `${latitude} ${JSON.stringify(times)}`).toBe(true);
        },
      ),
    );
  });

  it("never sets the last prayer after dawn, nor gives a time that is none, anywhere between the polar circles", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -65, max: 65, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.date({ min: new Date("2015-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }),
        (latitude, longitude, day) => {
          const times = prayerTimes({ date: day.toISOString().slice(0, 10), latitude, longitude });
          for (const time of Object.values(times)) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        },
      ),
    );
  });

  // Lerwick: the sky stays light all night around midsummer.
  it("gives Shetland a short night in June", () => {
    const { fajr, sunrise, maghrib, isha } = prayerTimes({
      date: "2026-06-21",
      latitude: 60.15,
      longitude: -1.15,
    });
    expect(Math.abs(minutes(sunrise) - minutes("03:38"))).toBeLessThan(3);
    expect(Math.abs(minutes(maghrib) - minutes("22:37"))).toBeLessThan(3);
    expect(fajr < sunrise && isha > maghrib).toBe(true);
  });

  it.each([
    ["2026-06-21", 69.6, 18.9],
    ["2026-12-21", 69.6, 18.9],
    ["2026-06-21", 90, 0],
    ["2026-12-21", -90, 0],
    ["2028-05-30", -68, 0],
  ])("says on %s at %d degrees that the sun tells no hours", (date, latitude, longitude) => {
    expect(() => prayerTimes({ date, latitude, longitude })).toThrow(/^latitude: on .*the sun does not rise/);
  });

  it.each([
    ["2026-02-30", 51.5, 0, /^date:/],
    ["2026-06-21", 91, 0, /^latitude:/],
    ["2026-06-21", Number.NaN, 0, /^latitude:/],
    ["2026-06-21", 51.5, 181, /^longitude:/],
  ])("refuses %s at %d, %d", (date, latitude, longitude, message) => {
    expect(() => prayerTimes({ date, latitude, longitude })).toThrow(message);
  });
});
