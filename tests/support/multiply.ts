import type postgres from "postgres";
import { groupBy } from "#app/domain/journey/content.ts";

/** Not copied: the public record is a chain, and these are one for each organisation or each person. */
const once =
  /^(?:record_|reminder|memberships|invitations|mails|private_links|organisation_|disclosure_releases|board_settings|clock_promises|handouts|frameworks|audit_instruments|pay_summaries|persona_withdrawals)/;

/**
 * Copies what an organisation has in its workspace, `times` times over. Each copy's ids are worked out from those of the
 * original, and so are the references, so that the copies hang together as the originals do.
 * @param ownerSql a superuser's connection: references and triggers are not looked at meanwhile
 */
export async function multiply(ownerSql: postgres.Sql, organisationId: string, times: number): Promise<void> {
  const columns = await ownerSql<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column, data_type as type
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_identity = 'NO' and is_generated = 'NEVER'`;
  const tables = groupBy([...columns], ({ table }) => table);
  await ownerSql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    for (const [table, all] of tables) {
      if (once.test(table) || !all.some(({ column }) => column === "organisation_id")) continue;
      const values = all.map(({ column, type }) =>
        type === "uuid" && column !== "organisation_id" ? copyOfId(column) : `"${column}"`,
      );
      await sql.unsafe(
        `insert into "${table}" (${all.map(({ column }) => `"${column}"`).join(", ")})
         select ${values.join(", ")} from "${table}", generate_series(1, $2::int) as copy
         where organisation_id = $1 on conflict do nothing`,
        [organisationId, times],
      );
    }
  });
}

/** An id of version 4 in form, as schemas ask for. */
function copyOfId(column: string): string {
  const hash = `md5("${column}"::text || copy)`;
  return `case when "${column}" is null then null
    else (substr(${hash}, 1, 12) || '4' || substr(${hash}, 14, 3) || '8' || substr(${hash}, 18))::uuid end`;
}
