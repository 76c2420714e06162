import type { InvitationState } from "#app/domain/organisation/invitation.ts";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import type { Role } from "#app/domain/organisation/scope.ts";
import { formatDate, londonDate } from "#app/ui/format.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

type Row = { id: string; email: string; role: Role; expiresAt: Date; state: InvitationState };

/** Invitations that nobody has answered yet. */
export function OpenInvitations({ invitations }: { invitations: Row[] }) {
  if (invitations.length === 0) return null;
  return (
    <SectionRule id="invitations" title="Not answered yet">
      <DataTable
        caption="Invitations"
        captionHidden
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { header: "Email address", rowHeader: true, cell: ({ email }) => email },
          { header: "Role", cell: ({ role }) => roleNames[role].name },
          {
            header: "Good until",
            cell: ({ expiresAt, state }) =>
              state === "expired" ? "Expired: invite again" : formatDate(londonDate(expiresAt)),
          },
          { header: "Take back", cell: (row) => <TakeBack {...row} /> },
        ]}
      />
    </SectionRule>
  );
}

function TakeBack({ id, email }: Row) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="revoke" />
      <input type="hidden" name="invitation" value={id} />
      <Button variant="second">
        Take back<span className="visually-hidden"> the invitation for {email}</span>
      </Button>
    </form>
  );
}
