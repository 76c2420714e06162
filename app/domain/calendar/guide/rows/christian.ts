import { type GuideRows } from "../rows.ts";

const CHAPEL = "No special room is needed; a quiet room is welcome.";
const CHURCH = "People go to church; no room is needed from you.";

export const christianWestern: GuideRows = {
  epiphany: {
    howDated: "6 January; some churches keep it on the Sunday beside it.",
    time: "Some go to church before or after work. In Latin American and Polish families it is a great day.",
    food: "Some share a king’s cake. There is no fast.",
    rooms: CHURCH,
    greeting: "“Happy Epiphany”, or “Happy Three Kings’ Day”.",
    sources: ["Matthew 2:1–12"],
  },
  ash_wednesday: {
    howDated: "Forty-six days before Easter.",
    time: "Services are early, at noon and in the evening. Let people come late or go for an hour.",
    food: "Some eat one small meal and no meat. Offer soup or fish.",
    rooms: CHURCH,
    greeting: "No “happy”. Do not remark on ash on a forehead.",
    sources: ["Code of Canon Law 1249–1253"],
  },
  lent: {
    howDated: "From Ash Wednesday until Easter: forty days, without the Sundays.",
    time: "No day is barred. Evenings may hold study groups.",
    food: "Some give up meat, alcohol or sweet things, and eat no meat on Fridays. Offer a plain choice.",
    rooms: CHAPEL,
    greeting: "“Have a good Lent.”",
  },
  palm_sunday: {
    howDated: "The Sunday before Easter.",
    time: "Keep the morning free for church.",
    food: "There is no common rule. Ask.",
    rooms: CHURCH,
    greeting: "“Happy Palm Sunday” is not usual; “Have a blessed Holy Week” is.",
    sources: ["Mark 11:1–11"],
  },
  maundy_thursday: {
    howDated: "The Thursday before Easter.",
    time: "End by five: the chief service is in the evening.",
    food: "There is no common rule; some keep the meal plain.",
    rooms: CHURCH,
    greeting: "“Have a blessed Holy Week.”",
    sources: ["John 13:1–35"],
  },
  good_friday: {
    howDated: "The Friday before Easter; a bank holiday in the whole of the UK.",
    time: "Plan nothing, least of all from noon to three.",
    food: "Many fast or eat no meat; hot cross buns are the custom.",
    rooms: CHURCH,
    greeting: "No “happy”. “Have a peaceful Good Friday.”",
    sources: ["Mark 15"],
  },
  easter: {
    howDated: "The Sunday after the church’s full moon on or after 21 March, so from 22 March to 25 April.",
    time: "Plan nothing for the weekend. Many travel to family; schools are on holiday.",
    food: "The fast is over. Eggs and lamb are the custom.",
    rooms: CHURCH,
    greeting: "“Happy Easter.”",
    sources: ["Book of Common Prayer, tables to find Easter Day"],
  },
  ascension: {
    howDated: "The fortieth day of Easter, a Thursday; some Catholic churches keep the Sunday after.",
    time: "Services are early or in the evening. End by five.",
    food: "There is no fast.",
    rooms: CHURCH,
    greeting: "“Happy Ascension Day.”",
    sources: ["Acts 1:1–11"],
  },
  pentecost: {
    howDated: "The fiftieth day of Easter, a Sunday, also called Whitsun.",
    time: "Keep the morning free. In Black-majority Pentecostal churches it is a great day, and may last into the afternoon.",
    food: "There is no fast.",
    rooms: CHURCH,
    greeting: "“Happy Pentecost.”",
    sources: ["Acts 2:1–13"],
  },
  all_saints: {
    howDated: "1 November; the departed are remembered on the 2nd.",
    time: "Catholics go to Mass that day: leave time. Polish and Filipino families visit graves and may be away.",
    food: "There is no fast.",
    rooms: CHURCH,
    greeting: "A quiet greeting: many think of their dead.",
  },
  christmas_eve: {
    howDated: "24 December.",
    time: "End by noon. In Polish, German and Nordic families this evening is the feast itself.",
    food: "Some eat no meat until the evening meal.",
    rooms: CHURCH,
    greeting: "“Happy Christmas.”",
  },
  christmas: {
    howDated: "25 December; the holiday moves to a weekday when it falls at a weekend.",
    time: "Plan nothing. Transport hardly runs, and it can be a lonely day for people without family here.",
    food: "A feast for most. Not everybody at a winter party keeps Christmas: say so in the invitation.",
    rooms: CHURCH,
    greeting: "“Happy Christmas” to those who keep it.",
    sources: ["Luke 2:1–20"],
  },
};

const VEGAN_FAST =
  "No meat, eggs or dairy for those who fast, and often no fish or oil. Bread, beans, fruit and olives do well.";

export const christianOrthodox: GuideRows = {
  christmas: {
    howDated:
      "25 December by the Julian calendar: 7 January until 2100. Greek, Romanian and, since 2023, many Ukrainian parishes keep 25 December.",
    time: "Avoid the day and the evening before, when the fast ends with the first star.",
    food: "The fast is over on the day. On the evening before, offer vegan food.",
    rooms: CHURCH,
    greeting: "“Christ is born” is answered “Glorify him”; “Happy Christmas” is well meant.",
    sources: ["Luke 2:1–20"],
  },
  theophany: {
    howDated: "6 January by the Julian calendar, or by the civil one in Greek and Romanian churches.",
    time: "Morning service, and the blessing of water. An afternoon suits better.",
    food: "The evening before is a fast. On the day there is none.",
    rooms: CHURCH,
    greeting: "“Happy feast.”",
    sources: ["Matthew 3:13–17"],
  },
  great_lent: {
    howDated: "Forty-eight days before Orthodox Easter, from Clean Monday.",
    time: "Services are on weekday evenings. Avoid the first and the last week.",
    food: VEGAN_FAST,
    rooms: CHAPEL,
    greeting: "“Have a good Lent” (“Kali Sarakosti” in Greek).",
  },
  good_friday: {
    howDated: "The Friday before Orthodox Easter, most often later than the western one.",
    time: "Plan nothing. Services run through the day; a procession follows at night. It is not a bank holiday: offer leave.",
    food: "The strictest fast of the year: some take only water.",
    rooms: CHURCH,
    greeting: "No “happy”. “Have a blessed Holy Friday.”",
  },
  easter: {
    howDated: "The Sunday after the full moon of spring by the Julian tables, so between 4 April and 8 May.",
    time: "The service is at midnight and ends near dawn. Plan nothing on the day, and begin late on the Monday.",
    food: "The fast is over: red eggs and lamb are the custom.",
    rooms: CHURCH,
    greeting: "“Christ is risen”, answered “Truly he is risen”.",
    sources: ["Council of Nicaea (325), on one date for Easter"],
  },
  pentecost: {
    howDated: "The fiftieth day from Orthodox Easter; the Monday after is the Day of the Spirit.",
    time: "Keep the morning free.",
    food: "There is no fast this week.",
    rooms: CHURCH,
    greeting: "“Happy feast.”",
    sources: ["Acts 2:1–13"],
  },
  dormition_fast: {
    howDated: "1 to 14 August, two weeks before the feast: 14 to 27 August by the Julian calendar.",
    time: "No day is barred. Evening services are held.",
    food: VEGAN_FAST,
    rooms: CHAPEL,
    greeting: "“Have a good fast.”",
    sources: ["Menaion and Typikon, 1 to 14 August of the Julian calendar"],
  },
  dormition: {
    howDated: "15 August, or 28 August in churches on the Julian calendar.",
    time: "Morning service. In Greek and Romanian families many travel home in this week.",
    food: "The fast ends, but for fish on a Wednesday or Friday.",
    rooms: CHURCH,
    greeting: "“Many years” to a Maria or Despina: it is their name day.",
    sources: ["Menaion, 15 August of the Julian calendar"],
  },
  nativity_fast: {
    howDated: "Forty days before Christmas: from 15 November, or 28 November by the Julian calendar.",
    time: "No day is barred. Winter parties fall within it.",
    food: `${VEGAN_FAST} Fish is eaten on many days.`,
    rooms: CHAPEL,
    greeting: "“Have a good fast.”",
  },
};
