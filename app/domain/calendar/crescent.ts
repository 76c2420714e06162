import { AngleFromSun, Body, Equator, Horizon, Observer } from "astronomy-engine";
import { type Day } from "./days.ts";
import { type Coordinates, sunset } from "./sun.ts";

const RADIANS = Math.PI / 180;
const KM_PER_AU = 149_597_870.7;
const MOON_RADIUS_KM = 1737.4;

/** How long after sunset a young crescent is best looked for, on average. */
const BEST_TIME_MS = 25 * 60_000;

/** Odeh's V from which the naked eye may find the crescent in a very clear sky. */
const NAKED_EYE = 2;

/**
 * Whether the new crescent can be seen without a telescope on the evening of a civil day: M. S. Odeh, "New criterion for
 * lunar crescent visibility", Experimental Astronomy 18 (2004), from the arc of vision in degrees and the crescent's
 * width in minutes of arc.
 */
export function crescentSeen(day: Day, at: Coordinates): boolean {
  const time = new Date(sunset(day, at) + BEST_TIME_MS);
  const observer = new Observer(at.latitude, at.longitude, 0);
  const place = (body: Body) => Equator(body, time, observer, true, true);
  const [moon, sun] = [place(Body.Moon), place(Body.Sun)];
  const altitude = Horizon(time, observer, moon.ra, moon.dec).altitude;
  if (altitude <= 0) return false;
  const arcOfVision = altitude - Horizon(time, observer, sun.ra, sun.dec).altitude;
  const semidiameter = (MOON_RADIUS_KM / (moon.dist * KM_PER_AU) / RADIANS) * 60;
  const width = semidiameter * (1 - Math.cos(AngleFromSun(Body.Moon, time) * RADIANS));
  const needed = -0.1018 * width ** 3 + 0.7319 * width ** 2 - 6.3226 * width + 7.1651;
  return arcOfVision - needed >= NAKED_EYE;
}
