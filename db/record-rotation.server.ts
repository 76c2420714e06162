import { signingKeyBody } from "#app/domain/record/key-rotation.ts";
import type { EntryBody } from "#app/domain/record/state.ts";
import { encodeVerifierKey } from "#app/domain/record/verifier-key.ts";
import { SIGNING_KEY } from "#app/domain/record/withdrawal.ts";
import { asPublic, inOrganisation, type Transaction } from "./client.server.ts";
import { appendEntries } from "./record-append.server.ts";
import { newestKey } from "./record-keys.server.ts";
import { listKeys, lockLog } from "./record-log.server.ts";
import { recordKeys, recordLogs } from "./schema/record.ts";
import { londonToday } from "./today.server.ts";

/**
 * Changes every log to the newest key: each gets an entry that names it, alone in a checkpoint which both keys sign.
 * One transaction for each log; one that was interrupted goes on where it stopped. Returns the origins changed now.
 */
export async function handOverKeys(): Promise<string[]> {
  const logs = await asPublic((tx) =>
    tx.select({ organisationId: recordLogs.organisationId, origin: recordLogs.origin }).from(recordLogs),
  );
  const changed: string[] = [];
  for (const { organisationId, origin } of logs) {
    const done = await inOrganisation(organisationId, null, (tx) => handOver(tx, organisationId));
    if (done) changed.push(origin);
  }
  return changed;
}

async function handOver(tx: Transaction, organisationId: string): Promise<boolean> {
  const { origin, frontier } = await lockLog(tx, organisationId);
  const next = encodeVerifierKey((await newestKey(origin)).verifier);
  const current = (await listKeys(tx, organisationId)).at(-1);
  if (current?.key === next) return false;
  await tx.insert(recordKeys).values({ organisationId, fromSize: frontier.size + 1, verifierKey: next });
  await appendEntries(tx, { organisationId }, [
    {
      kind: SIGNING_KEY,
      subject: SIGNING_KEY,
      effectiveOn: londonToday(),
      role: "system",
      body: signingKeyBody(next) as EntryBody,
    },
  ]);
  return true;
}
