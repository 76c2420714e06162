import { CannotStart } from "#db/cannot-start.server.ts";
import { databaseClient } from "#db/client.server.ts";
import { seedDemonstration, type SignIn } from "#seeds/index.ts";

type Beginning = { how: "empty" | "demonstration"; finished: boolean; signIns: SignIn[] };

/** Any number, as long as it is this one's own: two apps that start at once must not both fill the database. */
const beginningLock = 5_355_845;

/**
 * Fills a new installation with the demonstration organisations, or notes that it begins empty. Later starts change nothing
 * and get the demonstration's sign-ins again. The note is written before and after, so that a kill in between is seen:
 * then `startOver` empties the database, or without it the start is refused.
 */
export async function beginInstallation({
  empty,
  progress,
  startOver,
}: {
  empty: boolean;
  progress: (line: string) => void;
  startOver?: (() => Promise<void>) | undefined;
}): Promise<SignIn[]> {
  const lock = await databaseClient().reserve();
  try {
    await lock`select pg_advisory_lock(${beginningLock})`;
    const begun = await beginning();
    if (begun?.finished) return begun.signIns;
    if (begun) await emptyAgain(startOver, progress);
    const how = empty ? "empty" : "demonstration";
    await note({ how, finished: empty, signIns: [] });
    if (empty) return [];
    const signIns = await seedDemonstration(progress);
    await note({ how, finished: true, signIns });
    return signIns;
  } finally {
    await lock`select pg_advisory_unlock(${beginningLock})`;
    lock.release();
  }
}

async function emptyAgain(
  startOver: (() => Promise<void>) | undefined,
  progress: (line: string) => void,
): Promise<void> {
  if (!startOver) {
    throw new CannotStart(
      "An earlier start was stopped while it filled this database with the demonstration organisations. " +
        "Empty the database (or name another in DATABASE_URL) and start again.",
    );
  }
  progress("An earlier start was stopped halfway: beginning again");
  await startOver();
}

async function beginning(): Promise<Beginning | undefined> {
  const [row] = await databaseClient()<{ value: Beginning }[]>`
    select value from installation where name = 'beginning'`;
  return row?.value;
}

async function note(value: Beginning): Promise<void> {
  const sql = databaseClient();
  await sql`insert into installation (name, value) values ('beginning', ${JSON.stringify(value)}::jsonb)
    on conflict (name) do update set value = excluded.value, set_at = now()`;
}
