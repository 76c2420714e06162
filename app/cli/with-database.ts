import { provideSettings, readSettings, type Settings } from "#app/server/settings.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { loadRecordKeys } from "#db/record-key-file.server.ts";
import { provideRecordKeys } from "#db/record-keys.server.ts";

/** Runs a command on this installation's database, which may be in use by a running Kept at the same time. */
export async function withDatabase<T>(work: (settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const opened = await openDatabase(settings);
  try {
    await migrate(opened);
    connectDatabase({ ...opened, poolSize: 2 });
    provideSettings(settings);
    provideRecordKeys(loadRecordKeys(settings));
    return await work(settings);
  } finally {
    await closeDatabase();
    await opened.stop();
  }
}
