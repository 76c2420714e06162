import { and, eq, sql } from "drizzle-orm";
import { asPublic, inOrganisation } from "./client.server.ts";
import { auditImports } from "./schema/audit.ts";
import { organisations } from "./schema/accounts.ts";
import { payImports } from "./schema/remuneration.ts";

/** Hours that an uploaded file waits for its import. People think it over for a day; longer is forgetting. */
export const HELD_HOURS = 24;

/** Removes the files that nobody imported in time, of every organisation. @returns how many went */
export async function removeHeldFiles(): Promise<number> {
  const all = await asPublic((tx) => tx.select({ id: organisations.id }).from(organisations));
  let removed = 0;
  for (const { id } of all)
    for (const table of [payImports, auditImports]) {
      const late = sql`${table.createdAt} < now() - ${HELD_HOURS} * interval '1 hour'`;
      const gone = await inOrganisation(id, null, (tx) =>
        tx
          .delete(table)
          .where(and(eq(table.organisationId, id), late))
          .returning({ id: table.id }),
      );
      removed += gone.length;
    }
  return removed;
}
