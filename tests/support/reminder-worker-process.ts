import { sweepReminders } from "#app/jobs/reminders.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";

/** A process of its own that looks once at what is due and ends. Arguments: database, origin, instant. */
const [appUrl = "", origin = "", now = ""] = process.argv.slice(2);
connectDatabase({ appUrl, poolSize: 2 });
await sweepReminders({ origin }, now);
await closeDatabase();
