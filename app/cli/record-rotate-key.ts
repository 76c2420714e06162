import { addSeed } from "#db/record-key-file.server.ts";
import { handOverKeys } from "#db/record.server.ts";
import { withDatabase } from "./with-database.ts";

/** Makes a new signing key and changes every record to it; with RECORD_KEY, changes to its last key. */
export async function rotateKey(): Promise<string> {
  return withDatabase(async ({ dataFolder, recordKey }) => {
    if (recordKey === undefined) addSeed(dataFolder);
    else if (!recordKey.includes(",")) {
      throw new Error(
        "RECORD_KEY holds one key. Put the new one after it, with a comma between, and run this again; " +
          "once it has run, start Kept with both.",
      );
    }
    const changed = await handOverKeys();
    return changed.length === 0
      ? "No record had to change its key."
      : `These records are now signed by the new key: ${changed.join(", ")}.`;
  });
}
