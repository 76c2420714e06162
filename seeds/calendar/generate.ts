import { writeFileSync } from "node:fs";
import { buildTable } from "#app/domain/calendar/table/build.ts";

/** Writes the calendar's checked-in table again: `npx tsx seeds/calendar/generate.ts`. */
const target = new URL("../../app/domain/calendar/table/table-2015-2040.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(buildTable())}\n`);
