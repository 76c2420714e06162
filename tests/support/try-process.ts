import { countTry, TooManyTries } from "#app/http/rate-limit.server.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { provideTestSettings } from "./settings.ts";

/** An app process of its own that counts tries at the open door. Arguments: database, address, how many. Prints how many were let in. */
const [appUrl = "", address = "", tries = "0"] = process.argv.slice(2);
provideTestSettings();
connectDatabase({ appUrl, poolSize: 2 });
const outcomes = await Promise.allSettled(
  Array.from({ length: Number(tries) }, () => countTry("open-door-address", address)),
);
const broken = outcomes.find((one) => one.status === "rejected" && !(one.reason instanceof TooManyTries));
if (broken?.status === "rejected") throw broken.reason;
process.stdout.write(String(outcomes.filter(({ status }) => status === "fulfilled").length));
await closeDatabase();
