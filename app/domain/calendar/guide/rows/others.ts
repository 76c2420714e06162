import { type GuideRows } from "../rows.ts";

const FAMILY = "Kept at home with family; no room is needed from you.";

export const lunar: GuideRows = {
  lunar_new_year: {
    howDated:
      "The second new moon after the winter solstice, by Beijing’s clock. Korea or Vietnam differs by a day now and then.",
    time: "The eve is for the family meal: end by noon. Keep the day and the two after it free; events run for two weeks.",
    food: "Ask: some families eat no meat on the first day. Do not make it a “Chinese takeaway” lunch.",
    rooms: FAMILY,
    greeting:
      "“Happy Lunar New Year”, or by family: “Gong hei fat choy”, “Xin nian kuai le”, “Chúc mừng năm mới”, “Saehae bok mani badeuseyo”.",
  },
  lantern_festival: {
    howDated: "The fifteenth day of the first month, two weeks after new year.",
    time: "The evening is for lanterns. End by five.",
    food: "Sweet rice balls are the custom.",
    rooms: "Lanterns are lit outdoors after dark.",
    greeting: "“Happy Lantern Festival.”",
  },
  qingming: {
    howDated: "The sun at 15°: 4 or 5 April.",
    time: "Families visit their graves at the weekend beside it, and some travel for it.",
    food: "Some eat cold food or no meat.",
    rooms: "People go to cemeteries; no room is needed from you.",
    greeting: "No “happy”. A quiet word of respect.",
  },
  dragon_boat: {
    howDated: "The fifth day of the fifth month of the Chinese calendar.",
    time: "UK races are on summer weekends. No day is barred: ask.",
    food: "Rice parcels (zongzi): many hold pork, so label them.",
    rooms: "Races need water; no room is needed from you.",
    greeting: "“Peaceful Dragon Boat Festival”: it recalls a death, so some do not say “happy”.",
  },
  mid_autumn: {
    howDated: "The full moon of the eighth month. In Korea it is Chuseok, three days of holiday.",
    time: "The evening is for the family. Korean families may be away for the days on both sides.",
    food: "Mooncakes: some hold lard or egg, so label them.",
    rooms: "People look at the moon outdoors; no room is needed from you.",
    greeting: "“Happy Mid-Autumn Festival”, or “Happy Chuseok” to Koreans.",
  },
};

const OUTDOORS = "Many like to be outdoors at dawn or dusk; open ground is welcome.";
const ASTRONOMY = "the civil day in London is given";

export const pagan: GuideRows = {
  imbolc: {
    howDated:
      "1 February, half way from the winter solstice to the equinox; some keep the evening before or the 2nd. Ireland keeps it as St Brigid’s.",
    time: "Gatherings are in the evening or at the weekend.",
    rooms: "Candles are lit indoors: agree how flames are allowed.",
    greeting: "“Blessed Imbolc.”",
  },
  march_equinox: {
    howDated: `The moment the sun crosses the equator northward; ${ASTRONOMY}: 20 March in most years.`,
    time: "Sunrise gatherings: do not start early.",
    rooms: OUTDOORS,
    greeting: "“Blessed Ostara” or “Happy equinox”.",
  },
  beltane: {
    howDated: "1 May, with fires the evening before.",
    time: "Avoid the evening of 30 April; dawn on 1 May is kept too.",
    rooms: "Fires and maypoles need open ground.",
    greeting: "“Blessed Beltane.”",
  },
  june_solstice: {
    howDated: `The sun’s furthest north; ${ASTRONOMY}: 20 or 21 June.`,
    time: "People stay up from sunset to sunrise, many at Stonehenge or Avebury: leave the morning after free.",
    rooms: OUTDOORS,
    greeting: "“Blessed solstice” or “Happy Litha”.",
  },
  lughnasadh: {
    howDated: "1 August, also called Lammas.",
    time: "Gatherings are at the weekend.",
    food: "New bread is shared. Many are vegetarian or vegan.",
    rooms: OUTDOORS,
    greeting: "“Blessed Lughnasadh” or “Happy Lammas”.",
  },
  september_equinox: {
    howDated: `The moment the sun crosses the equator southward; ${ASTRONOMY}: 22 or 23 September.`,
    time: "Gatherings are at the weekend or in the evening.",
    food: "A harvest meal is shared. Many are vegetarian or vegan.",
    rooms: OUTDOORS,
    greeting: "“Blessed Mabon” or “Happy equinox”.",
  },
  samhain: {
    howDated: "31 October from sunset, into 1 November.",
    time: "Avoid the evening: the dead are remembered. It is not a costume party.",
    rooms: "A quiet, dim room for people who remember someone.",
    greeting: "“Blessed Samhain.”",
  },
  december_solstice: {
    howDated: `The sun’s furthest south; ${ASTRONOMY}: 21 or 22 December.`,
    time: "Sunrise after the longest night is the chief hour: do not start early.",
    rooms: OUTDOORS,
    greeting: "“Blessed Yule” or “Happy solstice”.",
  },
};

const TABLE = "Families lay a table or visit the fire temple; no room is needed from you.";

export const zoroastrian: GuideRows = {
  nowruz: {
    howDated: "1 Farvardin: the spring equinox by Tehran’s noon, 20 or 21 March.",
    time: "Keep the day free, and some days after: Iranians, Afghans, Kurds and others of every faith visit family for up to thirteen days. The Wednesday eve before has fires.",
    food: "Fish with herbed rice for many. Ask: people of many faiths keep it.",
    rooms: TABLE,
    greeting: "“Nowruz mubarak”, “Nowruz piruz”, or “Newroz pîroz be” to Kurds.",
    sources: ["United Nations General Assembly resolution 64/253 on the International Day of Nowruz"],
  },
  kadmi_new_year: {
    howDated:
      "The first day of a year of 365 days, thirty days before the Shahenshahi: mid-July now, and a day earlier after each leap day.",
    time: "Few families in the UK keep this calendar. Ask.",
    food: "There is no common rule. Ask.",
    rooms: TABLE,
    greeting: "“Navroz mubarak.”",
  },
  shahenshahi_new_year: {
    howDated: "The first day of a year of 365 days: mid-August now, and a day earlier after each leap day.",
    time: "Avoid the day for Parsi families. Ten days of prayer for the dead come before it.",
    food: "Fish, and sweet milk dishes. Many eat meat: ask.",
    rooms: TABLE,
    greeting: "“Navroz mubarak” or “Saal mubarak”.",
  },
  khordad_sal: {
    howDated: "The sixth day of the first month, once in each of three calendars: March, July and August.",
    time: "Prayers are in the morning, a meal in the evening. Ask which calendar a family keeps.",
    food: "A feast. There is no common rule: ask.",
    rooms: TABLE,
    greeting: "“Khordad Sal mubarak.”",
  },
};
