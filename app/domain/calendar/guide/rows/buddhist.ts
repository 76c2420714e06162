import { type GuideRows } from "../rows.ts";

const SHRINE =
  "A quiet room where people can sit on the floor; shoes off. Do not point feet at an image of the Buddha.";
const NOON =
  "Vegetarian food. People who take extra vows today eat nothing after noon, so serve lunch by 11:30.";

export const buddhist: GuideRows = {
  losar_tibetan: {
    howDated:
      "The first day of the first month of the Phugpa calendar, in February or March. The Karma Kagyu schools’ calendar, Nepal’s and Bhutan’s can differ by a day or a month.",
    time: "Keep three days free for Tibetan, Bhutanese, Sherpa and other Himalayan families.",
    food: "Barley dough, butter tea and dumplings. Not all are vegetarian: ask.",
    rooms: "Kept at home and in the monastery; no room is needed from you.",
    greeting: "“Losar tashi delek.”",
    sources: ["S. Janson, Tibetan Calendar Mathematics (2014)"],
  },
  buddha_purnima_india: {
    howDated: "The full moon of Vaishakha, by sunrise in India.",
    time: "Avoid the day for Indian, Nepali and Ambedkarite families; gatherings are often at the weekend.",
    food: "Vegetarian food; milk rice is the custom.",
    rooms: SHRINE,
    greeting: "“Happy Buddha Purnima”; Ambedkarites say “Jai Bhim”.",
  },
  vesak_may_full_moon: {
    howDated:
      "The full moon of May. Thai and Forest monasteries keep it a month later in a year of thirteen months.",
    time: "Avoid the day and its evening. Temples often keep the Sunday nearest.",
    food: NOON,
    rooms: SHRINE,
    greeting: "“Happy Vesak” or “Happy Wesak”.",
    sources: ["United Nations General Assembly resolution 54/115 on the Day of Vesak"],
  },
  vesak_poya_sri_lanka: {
    howDated:
      "The full moon of Vesak in Sri Lanka, announced by its government; a day before when the moon is full before noon.",
    time: "Avoid the day and the one after: both are holidays there. UK temples hold the whole day.",
    food: `${NOON} Alcohol and meat are out of place.`,
    rooms: SHRINE,
    greeting: "“Happy Vesak.”",
  },
  vesak_singapore_malaysia: {
    howDated: "The full moon of the fourth month of the Chinese calendar.",
    time: "Temples bathe an image of the Buddha in the morning and walk with candles in the evening.",
    food: "Vegetarian food without onion or garlic for those who keep it.",
    rooms: SHRINE,
    greeting: "“Happy Vesak Day.”",
  },
  buddha_birthday_chinese: {
    howDated:
      "The eighth day of the fourth month of the Chinese calendar; Korea’s own can be a day later. Japan keeps 8 April.",
    time: "Temples bathe the image in the morning; Korean families hang lanterns in the evening.",
    food: "Vegetarian food without onion or garlic for those who keep it.",
    rooms: SHRINE,
    greeting: "“Happy Buddha’s Birthday.”",
  },
};
