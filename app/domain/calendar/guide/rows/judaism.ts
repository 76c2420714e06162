import { type GuideRows } from "../rows.ts";

const NO_TRAVEL =
  "No room is needed: people are at home or in synagogue, and will not travel, write or use a phone.";
const QUIET = "Offer a quiet room for prayer, and somewhere to sit down and rest.";

export const judaism: GuideRows = {
  shabbat: {
    howDated:
      "Every week, from 18 minutes before sunset on Friday until three stars can be seen on Saturday.",
    time: "On Friday end with time to travel home before candle-lighting: by about 14:00 in midwinter. Plan nothing for Saturday.",
    food: "Food cannot be bought or cooked on the day. Anything kosher is ordered by Thursday.",
    rooms: NO_TRAVEL,
    greeting: "“Shabbat shalom” on Friday; “shavua tov” on Saturday night.",
    sources: ["Exodus 20:8–11"],
  },
  fast_of_esther: {
    howDated: "13 Adar, the day before Purim; on the Thursday when that is a Saturday.",
    time: "A morning is best. End by late afternoon.",
    rooms: QUIET,
    greeting: "“Have an easy fast.” The feast follows that night.",
    sources: ["Esther 4:16"],
  },
  purim: {
    howDated: "14 Adar, or of the second Adar in a leap year; from the evening before.",
    time: "The scroll is read that evening and again by day. Avoid the evening before, and the afternoon for the meal.",
    food: "Gifts of food are given: anything you give must be certified kosher and sealed.",
    rooms: "No room is needed. It is loud and joyful: people may come in costume.",
    greeting: "“Purim sameach” or “Happy Purim”.",
    sources: ["Esther 9:20–32"],
  },
  pesach: {
    howDated:
      "15 Nisan, at the full moon of spring, for eight days outside Israel. Work stops on the first two and last two.",
    time: "Avoid the whole week, and the days before it: homes are cleaned for it.",
    food: "Kosher food of the rest of the year is not kosher for Passover. Order it with a Passover label, or let people bring their own.",
    rooms: "On the middle days, keep a table and a fridge shelf free of bread, and offer sealed cutlery.",
    greeting: "“Chag sameach” or “Happy Passover”.",
    sources: ["Exodus 12:14–20"],
  },
  pesach_opening_days: {
    howDated: "15 and 16 Nisan, from sunset the evening before.",
    time: "Plan nothing for these two days or the evening before, when the Seder is held.",
    rooms: NO_TRAVEL,
    greeting: "“Chag sameach”, before the first evening.",
    sources: ["Leviticus 23:5–8"],
  },
  pesach_closing_days: {
    howDated: "21 and 22 Nisan, from sunset the evening before; memorial prayers are said on the last.",
    time: "Plan nothing for these two days.",
    rooms: NO_TRAVEL,
    greeting: "“Chag sameach”, before the day.",
    sources: ["Leviticus 23:8"],
  },
  lag_baomer: {
    howDated: "18 Iyar, the thirty-third day of the count from Passover to Shavuot.",
    time: "People work. Bonfires and weddings are held in the evening: some will leave early.",
    food: "Kosher food as on any day; picnics and barbecues are the custom.",
    rooms: "No room is needed.",
    greeting: "“Happy Lag B’Omer”.",
  },
  shavuot: {
    howDated: "6 and 7 Sivan: the fiftieth day counted from the second day of Passover, and the next.",
    time: "Plan nothing for either day or the evening before. Many study all night.",
    rooms: NO_TRAVEL,
    greeting: "“Chag sameach”, before the day.",
    sources: ["Leviticus 23:15–21"],
  },
  fast_of_tammuz: {
    howDated: "17 Tammuz, or the Sunday after when that is a Saturday.",
    time: "It is a long summer day: keep it short and in the morning. No celebrations for three weeks from now.",
    rooms: QUIET,
    greeting: "“Have a meaningful fast.”",
    sources: ["Mishnah, Ta’anit 4:6"],
  },
  tisha_bav: {
    howDated: "9 Av from sunset the evening before; moved to Sunday when that is a Saturday.",
    time: "A fast of 25 hours in summer, with mourning. Do not plan for the day, or the evening before.",
    rooms: "Offer a quiet room with low seats: some sit on the floor until midday.",
    greeting: "None: people do not greet one another. A nod is enough.",
    sources: ["Mishnah, Ta’anit 4:6"],
  },
  rosh_hashanah: {
    howDated: "1 and 2 Tishri; four rules keep it off a Sunday, Wednesday and Friday.",
    time: "Plan nothing for either day, or the evening before. It opens ten days that end with Yom Kippur.",
    food: "Apples dipped in honey are shared at home. Offer no catering on these days.",
    rooms: NO_TRAVEL,
    greeting: "“Shana tova”, from a week before until Yom Kippur.",
    sources: ["Leviticus 23:23–25"],
  },
  fast_of_gedaliah: {
    howDated: "3 Tishri, the day after the new year; on Sunday when that is a Saturday.",
    time: "It follows two days away from work: leave people time, and keep meetings short.",
    rooms: QUIET,
    greeting: "“Have an easy fast” and “Shana tova”.",
    sources: ["2 Kings 25:25"],
  },
  yom_kippur: {
    howDated: "10 Tishri, from before sunset the evening before until nightfall.",
    time: "Never plan anything on this day. On the day before, end by noon: people eat before the fast and go to synagogue.",
    food: "No food or water for 25 hours. Put none in front of people, and do not offer a parcel to take home.",
    rooms: NO_TRAVEL,
    greeting: "“Gmar chatima tova”, or “Have a meaningful fast.” Not “happy”.",
    sources: ["Leviticus 23:26–32"],
  },
  sukkot: {
    howDated: "15 to 21 Tishri, five days after Yom Kippur. Work stops on the first two days.",
    time: "Avoid the first two days. On the others many take leave: ask.",
    rooms: "If you have a garden or a roof, ask whether a hut (sukkah) would help people eat with you.",
    greeting: "“Chag sameach”; on the middle days “moadim l’simcha”.",
    sources: ["Leviticus 23:33–43"],
  },
  sukkot_opening_days: {
    howDated: "15 and 16 Tishri, from sunset the evening before.",
    time: "Plan nothing for these two days.",
    rooms: NO_TRAVEL,
    greeting: "“Chag sameach”, before the first evening.",
    sources: ["Leviticus 23:35"],
  },
  shemini_atzeret: {
    howDated: "22 Tishri, the day after the seven of Sukkot.",
    time: "Plan nothing for this day, the evening before, or the day after.",
    rooms: NO_TRAVEL,
    greeting: "“Chag sameach”, before the day.",
    sources: ["Leviticus 23:36"],
  },
  simchat_torah_diaspora: {
    howDated: "23 Tishri outside Israel; there it is kept with the day before.",
    time: "Plan nothing for this day or the evening before, when there is dancing in synagogue.",
    rooms: NO_TRAVEL,
    greeting: "“Chag sameach”, before the day.",
  },
  hanukkah: {
    howDated: "25 Kislev for eight days. The first light is lit the evening before the date given.",
    time: "People work. End before dusk, or leave a quarter of an hour for lighting.",
    rooms: "Offer a safe place for a candle-stand, and agree how naked flames are allowed.",
    greeting: "“Happy Hanukkah” or “Chag Hanukkah sameach”.",
    sources: ["1 Maccabees 4:52–59"],
  },
};
