import { TRADITIONS } from "./catalogue/all.ts";

const NAMES: Record<string, string> = {
  bahai: "Bahá’í",
  buddhist: "Buddhist",
  christian_orthodox: "Christian (Orthodox)",
  christian_western: "Christian (Western)",
  ethiopian: "Ethiopian and Eritrean Orthodox",
  hindu: "Hindu",
  islam: "Muslim",
  jain: "Jain",
  judaism: "Jewish",
  lunar: "Lunar New Year family",
  pagan: "Pagan",
  rastafari: "Rastafari",
  sikh: "Sikh",
  uk_bank_holiday_england_wales: "Bank holidays: England and Wales",
  uk_bank_holiday_northern_ireland: "Bank holidays: Northern Ireland",
  uk_bank_holiday_scotland: "Bank holidays: Scotland",
  zoroastrian: "Zoroastrian and Nowruz",
};

/** How a tradition is written for readers. An id that is unknown here is written as it is. */
export function traditionName(id: string): string {
  return NAMES[id] ?? id;
}

/** Every tradition for a form, in alphabetical order of the names people read. */
export const TRADITION_OPTIONS: { value: string; label: string }[] = TRADITIONS.map((value) => ({
  value,
  label: traditionName(value),
})).sort((a, b) => a.label.localeCompare(b.label, "en"));

export const isBankHoliday = (tradition: string): boolean => tradition.startsWith("uk_bank_holiday");
