import { databaseClient } from "./client.server.ts";

/**
 * Calls `published` with the slug of every record that grows, whichever process published, and `anything` when notices may
 * have been missed: at the beginning and after the connection was lost. Returns what stops it.
 */
export async function listenForPublications({
  published,
  anything,
}: {
  published: (slug: string) => void;
  anything: () => void;
}): Promise<() => Promise<void>> {
  const { unlisten } = await databaseClient().listen("kept_record", published, anything);
  return unlisten;
}
