import { type Coordinates } from "./sun.ts";

export const jurisdictions = ["england_wales", "northern_ireland", "scotland"] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export interface Place extends Coordinates {
  name: string;
  jurisdiction: Jurisdiction;
}

type Row = [name: string, latitude: number, longitude: number];

const ENGLAND_AND_WALES: Row[] = [
  ["Bath", 51.38, -2.36],
  ["Birmingham", 52.48, -1.9],
  ["Blackburn", 53.75, -2.48],
  ["Bolton", 53.58, -2.43],
  ["Bournemouth", 50.72, -1.88],
  ["Bradford", 53.8, -1.76],
  ["Brighton", 50.82, -0.14],
  ["Bristol", 51.45, -2.59],
  ["Cambridge", 52.21, 0.12],
  ["Canterbury", 51.28, 1.08],
  ["Cardiff", 51.48, -3.18],
  ["Carlisle", 54.89, -2.93],
  ["Chelmsford", 51.74, 0.47],
  ["Coventry", 52.41, -1.51],
  ["Derby", 52.92, -1.48],
  ["Durham", 54.78, -1.58],
  ["Exeter", 50.72, -3.53],
  ["Gloucester", 51.86, -2.24],
  ["Huddersfield", 53.65, -1.78],
  ["Hull", 53.74, -0.34],
  ["Ipswich", 52.06, 1.16],
  ["Lancaster", 54.05, -2.8],
  ["Leeds", 53.8, -1.55],
  ["Leicester", 52.64, -1.13],
  ["Lincoln", 53.23, -0.54],
  ["Liverpool", 53.41, -2.98],
  ["London", 51.5074, -0.1278],
  ["Luton", 51.88, -0.42],
  ["Manchester", 53.48, -2.24],
  ["Middlesbrough", 54.57, -1.23],
  ["Milton Keynes", 52.04, -0.76],
  ["Newcastle upon Tyne", 54.98, -1.61],
  ["Newport", 51.58, -3.0],
  ["Northampton", 52.24, -0.9],
  ["Norwich", 52.63, 1.3],
  ["Nottingham", 52.95, -1.15],
  ["Oldham", 53.54, -2.11],
  ["Oxford", 51.75, -1.26],
  ["Peterborough", 52.57, -0.24],
  ["Plymouth", 50.38, -4.14],
  ["Portsmouth", 50.8, -1.09],
  ["Preston", 53.76, -2.7],
  ["Reading", 51.45, -0.97],
  ["Salford", 53.49, -2.29],
  ["Sheffield", 53.38, -1.47],
  ["Slough", 51.51, -0.59],
  ["Southampton", 50.9, -1.4],
  ["Stoke-on-Trent", 53.0, -2.18],
  ["Sunderland", 54.91, -1.38],
  ["Swansea", 51.62, -3.94],
  ["Swindon", 51.56, -1.78],
  ["Wolverhampton", 52.59, -2.13],
  ["Worcester", 52.19, -2.22],
  ["Wrexham", 53.05, -2.99],
  ["York", 53.96, -1.08],
];
const NORTHERN_IRELAND: Row[] = [
  ["Belfast", 54.6, -5.93],
  ["Derry/Londonderry", 55.0, -7.32],
  ["Newry", 54.18, -6.34],
];
const SCOTLAND: Row[] = [
  ["Aberdeen", 57.15, -2.09],
  ["Dundee", 56.46, -2.97],
  ["Edinburgh", 55.95, -3.19],
  ["Glasgow", 55.86, -4.25],
  ["Inverness", 57.48, -4.22],
  ["Perth", 56.4, -3.43],
  ["Stirling", 56.12, -3.94],
];

const inside = (jurisdiction: Jurisdiction, rows: Row[]): Place[] =>
  rows.map(([name, latitude, longitude]) => ({ name, latitude, longitude, jurisdiction }));

/** UK towns and cities, in alphabetical order within each jurisdiction. */
export const PLACES: Place[] = [
  ...inside("england_wales", ENGLAND_AND_WALES),
  ...inside("northern_ireland", NORTHERN_IRELAND),
  ...inside("scotland", SCOTLAND),
];

/** A built-in place by name, whatever the case, or undefined. */
export function findPlace(name: string): Place | undefined {
  const wanted = name.trim().toLowerCase();
  return PLACES.find((place) => place.name.toLowerCase() === wanted);
}

export const LONDON: Coordinates = { latitude: 51.5074, longitude: -0.1278 };

/**
 * Coordinates from a built-in name or from degrees; London when nothing is given.
 * @throws RangeError naming the field for an unknown name or degrees off the globe
 */
export function readPlace(place: string | Coordinates | undefined): Coordinates {
  if (place === undefined) return LONDON;
  if (typeof place === "string") {
    const found = findPlace(place);
    if (!found)
      throw new RangeError(`place: "${place}" is not in the list of places. Give latitude and longitude.`);
    return { latitude: found.latitude, longitude: found.longitude };
  }
  const { latitude, longitude } = place;
  if (!(Math.abs(latitude) <= 90)) throw new RangeError("latitude: give degrees from -90 to 90.");
  if (!(Math.abs(longitude) <= 180)) throw new RangeError("longitude: give degrees from -180 to 180.");
  return { latitude, longitude };
}
