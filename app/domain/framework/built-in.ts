import report from "#seeds/frameworks/anti-racism-in-co-production.json" with { type: "json" };
import { Framework } from "./framework.ts";

/** The frameworks that come with the product and are open to every organisation and the public. */
export const builtInFrameworks: readonly Framework[] = [Framework.parse(report)];
