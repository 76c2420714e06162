import { deliverMail, openPostbox } from "#app/jobs/mail.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";

/** A process of its own that delivers what is due and ends: for killing it in the middle. Arguments: database, mail server. */
const [appUrl = "", smtpUrl = ""] = process.argv.slice(2);
connectDatabase({ appUrl, poolSize: 2 });
await deliverMail(openPostbox({ smtpUrl, from: "Kept <kept@example.org>" }));
await closeDatabase();
