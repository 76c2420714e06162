import type { RoleAcrossCommunities } from "#app/domain/remuneration/same-role.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatPence } from "../format.ts";

/** What each role was offered an hour in each community; figures over fewer than 8 people are not shown. */
export function RoleTables({ roles }: { roles: RoleAcrossCommunities[] }) {
  if (roles.length === 0)
    return <p>No role is done in more than one community yet, as far as the offers say.</p>;
  return (
    <div className="stack-wide">
      {roles.map(({ role, sentence, communities }) => (
        <div key={role} className="stack">
          <p>{sentence}</p>
          <DataTable
            caption={role}
            rows={communities}
            rowKey={({ community }) => community}
            columns={[
              { header: "Community", rowHeader: true, cell: ({ community }) => community },
              {
                header: "Offered an hour, on average",
                numeric: true,
                cell: ({ pencePerHour }) =>
                  pencePerHour === null ? "Too few to show" : formatPence(pencePerHour),
              },
            ]}
          />
        </div>
      ))}
    </div>
  );
}
