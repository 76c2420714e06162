import { type Rule } from "../rule.ts";
import { bahaiRules } from "./bahai.ts";
import { bankHolidayRules } from "./bank-holidays.ts";
import { buddhistRules } from "./buddhist.ts";
import { christianRules } from "./christian.ts";
import { ethiopianRules } from "./ethiopian.ts";
import { hinduRules } from "./hindu.ts";
import { jainRules, sikhRules } from "./indian-others.ts";
import { islamRules } from "./islam.ts";
import { judaismRules } from "./judaism.ts";
import { lunarRules } from "./lunar.ts";
import { paganRules, rastafariRules, zoroastrianRules } from "./small.ts";

/** Every yearly observance and how its days are found. Weekly and daily ones are in weekly.ts and fasts.ts. */
export const RULES: Rule[] = [
  ...bahaiRules,
  ...buddhistRules,
  ...christianRules,
  ...ethiopianRules,
  ...hinduRules,
  ...islamRules,
  ...jainRules,
  ...judaismRules,
  ...lunarRules,
  ...paganRules,
  ...rastafariRules,
  ...sikhRules,
  ...bankHolidayRules,
  ...zoroastrianRules,
];
