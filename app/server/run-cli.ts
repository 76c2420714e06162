import { runCommand } from "#app/cli.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { provideSettings, readSettings } from "./settings.ts";

/** Opens the database as the app does, runs one command and gives back its exit code. */
export async function runCli(words: string[]): Promise<number> {
  const settings = readSettings(process.env);
  const opened = await openDatabase(settings);
  try {
    await migrate(opened);
    provideSettings(settings);
    connectDatabase({ ...opened, poolSize: 2 });
    return await runCommand(words);
  } finally {
    await closeDatabase();
    await opened.stop();
  }
}
