import { type Rule } from "../rule.ts";
import { FREQUENT_RULES } from "../weekly.ts";
import { RULES } from "../rules/all.ts";
import { STATUSES, type Table, TABLE_FROM, TABLE_TO, TABLE_VERSION } from "./read.ts";

/** Rules whose days are cheap enough to work out each time. */
const NOT_STORED = ["jumuah", "shabbat"];

/** Works the whole table out afresh. */
export function buildTable(): Table {
  const authorities: string[] = [];
  const place = (authority: string) => {
    const known = authorities.indexOf(authority);
    return known >= 0 ? known : authorities.push(authority) - 1;
  };
  const years = Array.from({ length: TABLE_TO - TABLE_FROM + 1 }, (_, step) => TABLE_FROM + step);
  const days: Table["days"] = {};
  const kept: Rule[] = [...RULES, ...FREQUENT_RULES].filter(({ id }) => !NOT_STORED.includes(id));
  for (const rule of kept) {
    days[`${rule.tradition}/${rule.id}`] = years.map((year) =>
      rule
        .occurrences(year)
        .map((occurrence) =>
          occurrence.map(({ day, end, authority, status }) => [
            day,
            end === undefined ? 0 : end - day,
            place(authority),
            STATUSES.indexOf(status),
          ]),
        ),
    );
  }
  return { version: TABLE_VERSION, from: TABLE_FROM, to: TABLE_TO, authorities, days };
}
