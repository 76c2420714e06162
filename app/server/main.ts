import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { startCheckInWorker } from "#app/jobs/check-ins.ts";
import { startHeldFilesWorker } from "#app/jobs/held-files.ts";
import { startMailWorker } from "#app/jobs/mail.ts";
import { startOverdueWorker } from "#app/jobs/overdue-decisions.ts";
import { startReminderWorker } from "#app/jobs/reminders.ts";
import { ByteCache } from "#app/http/byte-cache.ts";
import { describeError } from "#app/http/describe-error.server.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { emptyDatabase } from "#db/empty.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { type OpenDatabase, openDatabase } from "#db/open.server.ts";
import { loadRecordKeys } from "#db/record-key-file.server.ts";
import { isEmpty } from "#db/organisation.server.ts";
import { provideRecordKeys } from "#db/record-keys.server.ts";
import { listenForPublications } from "#db/record-notices.server.ts";
import { healRecords } from "#db/record.server.ts";
import { beginInstallation } from "./first-run.ts";
import type { Readiness } from "./health.ts";
import { finishAndClose, listen, portOf } from "./listen.ts";
import { createLog } from "./log.ts";
import { createApp } from "./server.ts";
import { readSettings, type Settings, provideSettings } from "./settings.ts";
import { welcome } from "./welcome.ts";

/** Shows a step at the terminal while `work` runs; what it returns is shown beside the time it took. */
export type Step = <T>(title: string, work: (say: (line: string) => void) => Promise<T>) => Promise<T>;

export type Start = { empty: boolean; development: boolean; root: string; step: Step };

/** Everything from reading the settings to serving pages. Returns when the server answers. */
export async function start({ empty, development, root, step }: Start): Promise<void> {
  const asked = readSettings(process.env, { development });
  const settings = withPort(asked, await requireFreePort(asked));
  const opened = await step("Starting the database", async (say) => {
    const found = await openDatabase(settings);
    say(found.description);
    return found;
  });
  try {
    await serve({ empty, root, step, settings, opened });
  } catch (error) {
    await closeDatabase();
    await opened.stop();
    throw error;
  }
}

type Serving = { empty: boolean; root: string; step: Step; settings: Settings; opened: OpenDatabase };

async function serve({ empty, root, step, settings, opened }: Serving): Promise<void> {
  await step("Bringing its tables up to date", async (say) => {
    const applied = await migrate(opened);
    say(whatWasApplied(applied));
  });
  connectDatabase(opened);
  const startOver = async () => {
    await emptyDatabase(opened.ownerUrl);
    await migrate(opened);
  };
  provideSettings(settings);
  provideRecordKeys(loadRecordKeys(settings));
  const signIns = await step("Looking for organisations", (say) =>
    beginInstallation({ empty, progress: say, startOver: opened.embedded ? startOver : undefined }),
  );
  await step("Checking the public records", async (say) => {
    const { signed, faults } = await healRecords();
    signed.forEach((origin) => say(`signed the head of ${origin}`));
    faults.forEach(say);
  });
  const readiness: Readiness = { stopping: false };
  const log = createLog(settings.logLevel);
  const memory = settings.development ? undefined : new ByteCache(MEMORY_FOR_PAGES);
  const stopNotices = memory && (await keepCurrent(memory));
  const server = await step("Starting the web server", async () => {
    const pages = settings.development ? await pagesInDevelopment(root) : await pagesFromBuild(root);
    return listen(
      createApp({ ...pages, settings, readiness, log, ...(memory ? { pages: memory } : {}) }),
      settings,
    );
  });
  // Described, because an error of the database carries what it was given: somebody's address, a private link.
  const noting = (sentence: string) => (error: unknown) =>
    log.error({ error: describeError(error) }, sentence);
  const stopMail = deliveringMail(settings, noting("mail could not be looked through"));
  const stopReminders = startReminderWorker(
    { origin: settings.publicUrl },
    { onError: noting("what is due could not be looked at") },
  );
  const stopCheckIns = startCheckInWorker(
    { origin: settings.publicUrl, secret: settings.secret },
    { onError: noting("check-ins could not be looked at") },
  );
  const stopOverdue = startOverdueWorker({ onError: noting("overdue decisions could not be looked at") });
  const stopHeldFiles = startHeldFilesWorker({ onError: noting("forgotten files could not be removed") });
  const addressIsGuessed = settings.trustProxy > 0 && !settings.publicUrlGiven;
  const nobodyYet = await isEmpty();
  console.log(welcome({ address: settings.publicUrl, signIns, empty: nobodyYet, addressIsGuessed }));
  stopOnSignal(readiness, async () => {
    await finishAndClose(server);
    await stopMail();
    await stopReminders();
    await stopOverdue();
    await stopHeldFiles();
    await stopCheckIns();
    await stopNotices?.();
    await closeDatabase();
    await opened.stop();
  });
}

function whatWasApplied(applied: readonly string[]): string {
  if (applied.length === 0) return "nothing to change";
  if (applied.length <= 3) return `applied ${applied.join(", ")}`;
  return `applied ${applied.length}, from ${applied[0]} to ${applied.at(-1)}`;
}

/** Bytes for public pages in memory: some thousand of them in each coding. */
const MEMORY_FOR_PAGES = 64 * 1024 * 1024;

function keepCurrent(memory: ByteCache): Promise<() => Promise<void>> {
  return listenForPublications({
    published: (slug) => memory.dropOf(slug),
    anything: () => memory.clear(),
  });
}

/** Returns what stops it. Without a mail server, mail waits in the outbox. */
function deliveringMail(
  { smtpUrl, mailFrom }: Settings,
  onError: (error: unknown) => void,
): () => Promise<void> {
  return smtpUrl && mailFrom
    ? startMailWorker({ smtpUrl, from: mailFrom }, { onError })
    : () => Promise.resolve();
}

type Pages = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder?: string;
  vite?: RequestHandler;
};

async function pagesFromBuild(root: string): Promise<Pages> {
  const file = pathToFileURL(join(root, "build/server/index.js")).href;
  return { build: (await import(file)) as ServerBuild, clientFolder: join(root, "build/client") };
}

async function pagesInDevelopment(root: string): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, vite: vite.middlewares };
}

/** Known before the database starts, so that the second of two starts ends at once and touches nothing. */
async function requireFreePort(settings: Settings): Promise<number> {
  const probe = await listen(() => undefined, settings);
  const port = portOf(probe);
  await finishAndClose(probe);
  return port;
}

/** PORT=0 asks for any free port. */
function withPort(settings: Settings, port: number): Settings {
  const publicUrl = settings.publicUrlGiven ? settings.publicUrl : `http://localhost:${port}`;
  return { ...settings, port, publicUrl };
}

/** A terminal and npm may both pass on one Ctrl-C; only a signal that comes clearly later means "now". */
function stopOnSignal(readiness: Readiness, stop: () => Promise<void>): void {
  let asked = 0;
  const onSignal = () => {
    if (!readiness.stopping) {
      asked = Date.now();
      readiness.stopping = true;
      console.log("Stopping: finishing what is in flight.");
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error instanceof Error ? error.message : error);
          process.exit(1);
        },
      );
    } else if (Date.now() - asked > 1000) process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) watchNpm(onSignal);
}

/** npm passes a signal on to a shell that dies of it and tells nobody: the sign is that our parent has changed. */
function watchNpm(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 250);
  timer.unref();
}
