import { roleNames } from "#app/domain/organisation/role-names.ts";
import { type Role, roles } from "#app/domain/organisation/scope.ts";
import { formatDate, londonDate } from "#app/ui/format.ts";
import { type Column, DataTable } from "#app/ui/data/data-table.tsx";
import { Button } from "#app/ui/forms/button.tsx";

type Member = { userId: string; name: string; email: string; role: Role; since: Date };

export function MemberTable({
  members,
  me,
  mayManage,
}: {
  members: Member[];
  me: string;
  mayManage: boolean;
}) {
  const columns: Column<Member>[] = [
    {
      header: "Name",
      rowHeader: true,
      cell: ({ name, userId }) => (userId === me ? `${name} (you)` : name),
    },
    { header: "Email address", cell: ({ email }) => email },
    { header: "Since", cell: ({ since }) => formatDate(londonDate(since)) },
    {
      header: "Role",
      cell: (member) => (mayManage ? <ChangeRole {...member} /> : roleNames[member.role].name),
    },
  ];
  if (mayManage) columns.push({ header: "Remove", cell: (member) => <Remove {...member} /> });
  return <DataTable caption="Members" columns={columns} rows={members} rowKey={({ userId }) => userId} />;
}

function ChangeRole({ userId, name, role }: Member) {
  return (
    <form method="post" className="row">
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="member" value={userId} />
      <select className="input input-short" name="role" defaultValue={role} aria-label={`Role of ${name}`}>
        {roles.map((value) => (
          <option key={value} value={value}>
            {roleNames[value].name}
          </option>
        ))}
      </select>
      <Button variant="second">
        Change<span className="visually-hidden"> the role of {name}</span>
      </Button>
    </form>
  );
}

function Remove({ userId, name }: Member) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="member" value={userId} />
      <Button variant="danger">
        Remove<span className="visually-hidden"> {name}</span>
      </Button>
    </form>
  );
}
