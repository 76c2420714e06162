import { type GuideRows } from "../rows.ts";

const SHOES_OFF =
  "For prayers at your place: a clean room where shoes come off, and a small table. Ask before lamps are lit.";
const HOME = "People keep it at home or in the temple; no room is needed from you.";
const VEGETARIAN = "Vegetarian food without eggs; many take no onion or garlic today.";

export const hindu: GuideRows = {
  ekadashi: {
    howDated:
      "The eleventh lunar day of each half month, by sunrise. Vaishnavas wait a day when the tenth reaches into that dawn.",
    time: "No day is barred, and it comes twice a month. Lunches are the hard part.",
    food: "No grain, rice or beans for those who keep it. Offer fruit, nuts, potatoes or dairy.",
    rooms: "No room is needed.",
    greeting: "No special greeting is used.",
  },
  makar_sankranti: {
    howDated: "The day the sun enters sidereal Capricorn: 14 or 15 January. After sunset, the next day.",
    time: "Pongal lasts four days in Tamil families: ask before you choose these days.",
    food: "Sesame sweets in the north, sweet rice (pongal) in the south. Vegetarian, without eggs.",
    rooms: HOME,
    greeting: "“Happy Makar Sankranti”, “Happy Pongal” or “Happy Lohri”, by family.",
  },
  vasant_panchami: {
    howDated: "The fifth lunar day of the waxing moon of Magha, in the forenoon.",
    time: "Prayers are in the morning; children and students bring their books. An afternoon suits better.",
    food: `${VEGETARIAN} Yellow dishes are the custom.`,
    rooms:
      "Bengali families hold Saraswati Puja in halls: a clean room and a place for books and instruments.",
    greeting: "“Happy Vasant Panchami” or “Happy Saraswati Puja”.",
  },
  thaipusam: {
    howDated:
      "In the Tamil month of Thai, by the star Pushya and the full moon. Malaysia announces its own day.",
    time: "Avoid the day for Tamil families: processions begin before dawn and last until evening.",
    food: "Many have fasted or eaten no meat for weeks. Vegetarian, without eggs.",
    rooms: "Processions go from temple to temple; no room is needed from you.",
    greeting: "“Happy Thaipusam”, or “Vel Vel”.",
  },
  maha_shivaratri: {
    howDated: "The fourteenth day of the waning moon of Magha, when it holds midnight.",
    time: "The night is kept awake with four rounds of prayer. Avoid the evening, and the next morning.",
    food: "Many take only fruit, milk and water until the next day.",
    rooms: SHOES_OFF,
    greeting: "“Om Namah Shivaya”, or “Happy Maha Shivaratri”.",
  },
  holi: {
    howDated:
      "The day after the full moon’s bonfire in Phalguna. In Bengal and the Caribbean it is the full moon’s own day.",
    time: "The morning is for colours, the evening before for the bonfire. UK gatherings are often at the weekend.",
    food: "Vegetarian sweets. Not all families want alcohol: ask.",
    rooms: "Colours need open ground and water to wash. Coloured powder only on those who ask for it.",
    greeting: "“Happy Holi.”",
  },
  ugadi_gudi_padwa: {
    howDated: "The first lunar day of Chaitra, by sunrise.",
    time: "Prayers and family are in the morning. An afternoon suits better.",
    food: "A dish of sweet and bitter tastes opens the year. Vegetarian, without eggs.",
    rooms: HOME,
    greeting: "“Happy Ugadi” to Telugu and Kannada families, “Happy Gudi Padwa” to Marathi ones.",
  },
  rama_navami: {
    howDated: "The ninth day of the waxing moon of Chaitra, when it holds midday.",
    time: "The birth is kept at noon: leave 11:00 to 14:00 free.",
    food: "Many fast until noon or all day, with fruit and milk.",
    rooms: SHOES_OFF,
    greeting: "“Happy Rama Navami” or “Jai Shri Ram”.",
  },
  rath_yatra: {
    howDated: "The second day of the waxing moon of Ashadha, by sunrise.",
    time: "In the UK chariots are drawn at weekends over the summer: ask which.",
    food: "Vegetarian food is shared as a blessing (prasad), without onion or garlic.",
    rooms: "Processions are in streets and parks.",
    greeting: "“Jai Jagannath.”",
  },
  raksha_bandhan: {
    howDated: "The full moon of Shravana, at a time of day without Bhadra, which is held unlucky.",
    time: "Threads are tied at a set hour, often by noon: be easy about late starts.",
    food: "Sweets are shared. Vegetarian, without eggs.",
    rooms: HOME,
    greeting: "“Happy Raksha Bandhan” or “Happy Rakhi”.",
  },
  janmashtami: {
    howDated:
      "The eighth day of the waning moon of Shravana. Vaishnava temples go by sunrise, so often a day after others.",
    time: "The birth is kept at midnight. Avoid the evening, and an early start the next day.",
    food: "A fast until midnight, or only fruit and milk.",
    rooms: SHOES_OFF,
    greeting: "“Happy Janmashtami”, “Jai Shri Krishna” or “Hare Krishna”.",
  },
  janmashtami_smarta: {
    howDated: "The eighth day of the waning moon of Shravana, by the midnight that holds it.",
    time: "Kept at midnight by families who do not follow Vaishnava almanacs. Protect both days.",
    food: "A fast until midnight, or only fruit and milk.",
    rooms: HOME,
    greeting: "“Happy Janmashtami.”",
  },
  ganesh_chaturthi: {
    howDated: "The fourth day of the waxing moon of Bhadrapada, when it holds midday.",
    time: "The image is welcomed at about noon. The tenth day, when it is taken to water, is kept too.",
    food: "Sweet dumplings (modak). Vegetarian, without eggs.",
    rooms: SHOES_OFF,
    greeting: "“Happy Ganesh Chaturthi” or “Ganpati Bappa Morya”.",
  },
  onam: {
    howDated: "When the moon is in Thiruvonam in the Kerala month of Chingam.",
    time: "Families from Kerala of every faith keep it. The midday meal is the heart of it.",
    food: "A vegetarian feast on banana leaves (sadya).",
    rooms: "Community meals need a hall with long tables; flower carpets need floor space.",
    greeting: "“Happy Onam” or “Onam ashamsakal”.",
  },
  navaratri_start: {
    howDated: "The first day of the waxing moon of Ashvina, by sunrise; nine nights follow.",
    time: "Avoid the evenings of all nine nights: Gujarati families dance until late. Bengalis keep Durga Puja on the last days.",
    food: "Many fast for nine days: no grain, onion, garlic or alcohol. Offer fruit, potatoes, nuts or dairy.",
    rooms: "Dances need a large hall until late; shoes come off.",
    greeting: "“Happy Navaratri”; Bengalis say “Shubho Durga Puja”.",
  },
  dussehra: {
    howDated: "The tenth day of the waxing moon of Ashvina, by the afternoon that holds it.",
    time: "Avoid the afternoon and evening: effigies are burnt, and images taken to water.",
    food: "The nine days’ fast is over. Vegetarian sweets.",
    rooms: "Bonfires and plays need open ground.",
    greeting: "“Happy Dussehra” or “Shubho Bijoya”.",
  },
  karva_chauth: {
    howDated: "The fourth day of the waning moon after the full moon of autumn, by moonrise.",
    time: "Women who fast go without water until the moon rises: keep it to the morning, and end by four.",
    rooms: "Offer a place to sit and rest.",
    greeting: "“Happy Karva Chauth.”",
  },
  diwali: {
    howDated:
      "The new moon of Ashvina, by the evening that holds it. When two evenings do, authorities differ; Tamil families keep the dawn before.",
    time: "Keep the day, the evening and the next day free: for Gujaratis that is new year. Five days are festive.",
    food: "Vegetarian sweets without eggs. Ask before you serve alcohol or meat.",
    rooms:
      "For lamps at your place: a safe spot for flames, shoes off for prayers. Warn neighbours of fireworks.",
    greeting: "“Happy Diwali” or “Shubh Deepavali”; the day after, “Saal Mubarak” to Gujaratis.",
  },
  chhath: {
    howDated:
      "The sixth day of the waxing moon of Kartika; offerings are at sunset that day and at the next sunrise.",
    time: "Avoid the afternoon, and the morning after. The fast lasts a day and a half without water.",
    rooms: "Offerings need water to stand in: a lake, a river or a pool at dusk and dawn.",
    greeting: "“Happy Chhath.”",
  },
};
