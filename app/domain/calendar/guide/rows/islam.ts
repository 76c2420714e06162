import { type GuideRows } from "../rows.ts";

const WASHING =
  "Offer a clean room with the direction of Makkah marked, and a place to wash hands, face and feet nearby.";

export const islam: GuideRows = {
  jumuah: {
    howDated:
      "Every Friday, in the time of the midday prayer. Each mosque sets its own hour, most between 12:30 and 14:30.",
    time: "Do not plan anything for Friday from 12:30 to 14:30. Ask which mosque people go to: allow for the way there and back.",
    food: "Serve lunch before 12:30 or after 14:30. Halal, with no alcohol or pork near it.",
    rooms:
      "Most people go to a mosque. Some workplaces hold the prayer: it needs a room for many, floor space, and washing nearby.",
    greeting: "“Jumu’ah mubarak”, or simply “salaam”.",
    sources: ["Qur’an 62:9–10"],
  },
  ramadan_day: {
    howDated:
      "Each day of the ninth Hijri month, 29 or 30 in all. The first and last day depend on the new moon.",
    time: "Mornings are best. Keep it under four hours and end at least an hour before sunset. Nights are short on sleep, most of all in the last ten.",
    food: "No catering in daylight. At sunset offer dates and water first, then a halal meal, and say so on the invitation.",
    rooms: WASHING,
    greeting:
      "“Ramadan mubarak” or “Ramadan kareem”. Never ask why somebody is not fasting: illness, travel, pregnancy and periods are all reasons.",
    sources: ["Qur’an 2:183–187"],
  },
  islamic_new_year: {
    howDated:
      "The first day of Muharram, from sunset the evening before. It moves about eleven days earlier each year.",
    time: "Most people work as usual. For Shia Muslims ten evenings of mourning begin: avoid evenings until Ashura.",
    rooms: WASHING,
    greeting:
      "“Happy new year” suits some people. For Shia Muslims it opens a time of grief, so keep it quiet.",
  },
  ashura: {
    howDated: "The tenth day of Muharram, from sunset the evening before.",
    time: "Avoid the day and the evening before: Shia Muslims gather in mourning and may walk in procession.",
    food: "Some Sunni Muslims fast this day with the day before or after. Offer halal food, and no party.",
    rooms: WASHING,
    greeting: "No “happy”. “My thoughts are with you” suits Shia colleagues.",
    sources: ["Sahih al-Bukhari, book of fasting, on the fast of Ashura"],
  },
  arbaeen: {
    howDated: "The twentieth day of Safar, forty days after Ashura.",
    time: "Some people travel to Karbala for a week or more. Ask Shia colleagues before you fix that week.",
    rooms: WASHING,
    greeting: "A quiet word of respect. It is a day of mourning.",
  },
  mawlid: {
    howDated:
      "12 Rabi’ al-awwal for most Sunni Muslims, 17 for Shia Muslims. Some do not keep the day at all.",
    time: "Processions and gatherings are in the afternoon and evening, and at the nearest weekend.",
    rooms: WASHING,
    greeting: "“Mawlid mubarak” to those who keep it; ask first, as people differ.",
  },
  isra_miraj: {
    howDated: "27 Rajab, from sunset the evening before. Scholars differ on the date.",
    time: "Prayers are on the evening before: end by late afternoon on that day.",
    rooms: WASHING,
    greeting: "No set greeting; “salaam” is always right.",
    sources: ["Qur’an 17:1"],
  },
  ramadan_start: {
    howDated:
      "The first of Ramadan. Many UK mosques follow Saudi Arabia; others wait for a sighting nearer home, often a day later.",
    time: "The date is known only the night before. Plan nothing long for either possible day; the night prayers begin the evening before.",
    food: "From this day no catering in daylight for people who fast.",
    rooms: WASHING,
    greeting: "“Ramadan mubarak”.",
    sources: ["Qur’an 2:185"],
  },
  laylat_al_qadr_27: {
    howDated:
      "The night before 27 Ramadan is the best known. It may be any odd night of the last ten, so many keep them all.",
    time: "Many pray through the night. Avoid that evening, and the next morning.",
    food: "The fast goes on by day. Offer food only after sunset.",
    rooms: WASHING,
    greeting: "“Ramadan mubarak”. It is a solemn night.",
    sources: ["Qur’an 97"],
  },
  eid_al_fitr: {
    howDated:
      "The first of Shawwal, when Ramadan ends after 29 or 30 days. The day is often known only the evening before.",
    time: "Keep both possible days free, and do not plan anything on the day after: family visits last for three days.",
    food: "The fast is over. If you celebrate together later, offer halal sweets and a meal.",
    rooms: "The prayer is in the morning, at a mosque or in a park. Leave requests come late: say yes.",
    greeting: "“Eid mubarak”.",
    sources: ["Qur’an 2:185"],
  },
  arafah: {
    howDated: "9 Dhu al-Hijjah, the day before Eid al-Adha. Most follow the day of the pilgrimage in Makkah.",
    time: "Keep it short, and end well before sunset.",
    food: "No catering in daylight for people who fast.",
    rooms: WASHING,
    greeting: "“May your fast be accepted.”",
    sources: ["Sahih Muslim, book of fasting, on the fast of Arafah"],
  },
  eid_al_adha: {
    howDated: "10 Dhu al-Hijjah, from the sighting ten days before, so its date is known a little ahead.",
    time: "Keep the day free, and the three after it light. People on pilgrimage are away for two weeks or more.",
    food: "Meat is shared with family and with people in need. Offer halal food.",
    rooms: "The prayer is in the morning, at a mosque or in a park.",
    greeting: "“Eid mubarak”.",
    sources: ["Qur’an 22:26–37"],
  },
};
