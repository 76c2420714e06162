const SOURCES: Record<string, string> = {
  bahai: "Universal House of Justice, dates for 172–221 BE (2014)",
  buddhist:
    "Full moons by astronomy-engine; Chinese calendar by lunar-typescript; Tibetan calendars after Janson (2014)",
  christian_orthodox: "Easter by date-easter; fixed feasts of the Julian calendar",
  christian_western: "Easter by date-easter; fixed feasts",
  ethiopian: "Ethiopian calendar; Easter by date-easter",
  hindu:
    "Time of day by the rules of the Dharmasindhu; lunar days by astronomy-engine for Delhi, London and the station of India’s national almanac",
  islam:
    "Umm al-Qura calendar by @umalqura/core; later and earlier sightings by M. S. Odeh’s criterion (2004) on astronomy-engine",
  jain: "Lunar days by astronomy-engine for Delhi and London",
  judaism: "Hebrew calendar arithmetic after Reingold and Dershowitz; times of London or the place given",
  lunar: "Chinese calendar by lunar-typescript",
  pagan: "Equinoxes and solstices by astronomy-engine",
  rastafari: "Fixed days and the Ethiopian calendar",
  sikh: "Lunar days and solar months for Amritsar by astronomy-engine; Nanakshahi calendar of 2003",
  zoroastrian: "365-day Shahenshahi count; Iranian calendar by ICU",
};

export function sourceOf(tradition: string): string {
  return SOURCES[tradition] ?? "GOV.UK bank holidays";
}
