import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { tellHistory } from "#app/domain/organisation/history.ts";
import { Invitation, invitationState } from "#app/domain/organisation/invitation.ts";
import { can, requireAbility } from "#app/domain/organisation/permissions.ts";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import { roles } from "#app/domain/organisation/scope.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { invite, listInvitations, revokeInvitation } from "#db/invitation.server.ts";
import { changeRole, listMembers, removeMember } from "#db/membership.server.ts";
import { listHistory } from "#db/organisation-history.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberTable } from "./member-table.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

const Change = z.discriminatedUnion("intent", [
  Invitation.extend({ intent: z.literal("invite") }),
  z.object({ intent: z.literal("revoke"), invitation: z.uuid() }),
  z.object({ intent: z.literal("role"), member: z.string(), role: z.enum(roles, "Choose a role.") }),
  z.object({ intent: z.literal("remove"), member: z.string() }),
]);

export const meta = () => [{ title: "Members – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const mayManage = can(scope.role, "members.manage");
  const [members, invitations, history] = await Promise.all([
    listMembers(scope),
    mayManage ? listInvitations(scope) : [],
    mayManage ? listHistory(scope, 20) : [],
  ]);
  const now = new Date();
  const { mailLeaves, localOutbox } = installation();
  return {
    mailLeaves,
    localOutbox,
    me: scope.userId,
    mayManage,
    members,
    invitations: invitations
      .map(({ id, email, role, expiresAt, ...rest }) => ({
        id,
        email,
        role,
        expiresAt,
        state: invitationState({ expiresAt, ...rest }, now),
      }))
      .filter(({ state }) => state === "open" || state === "expired"),
    history: history.map(({ id, at, by, kind, detail }) => ({
      id,
      at,
      sentence: `${by ?? "Kept"} ${tellHistory(kind, detail)}.`,
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const here = `/o/${params.organisation}/members`;
  // Everybody may leave. The rest is for owners, whatever the form lacks besides.
  if ((await readForm(request.clone())).get("intent") !== "remove") requireAbility(scope, "members.manage");
  return withForm(request, Change, async (change) => {
    switch (change.intent) {
      case "invite":
        await invite(scope, change, installation());
        return redirectWithNotice(
          here,
          installation().mailLeaves
            ? `An invitation is on its way to ${change.email}.`
            : `The invitation for ${change.email} is written, and waits in the outbox.`,
        );
      case "revoke":
        await revokeInvitation(scope, change.invitation);
        return redirectWithNotice(here, "The invitation is taken back.");
      case "role": {
        const { name } = await changeRole(scope, change.member, change.role);
        return redirectWithNotice(here, `${name} is now ${roleNames[change.role].name.toLowerCase()}.`);
      }
      case "remove": {
        const { name } = await removeMember(scope, change.member);
        const gone = change.member === scope.userId;
        return redirectWithNotice(gone ? "/account/organisations" : here, `${name} is no longer a member.`);
      }
    }
  });
});

export default function MembersPage() {
  const { me, mayManage, members, invitations, history, ...mail } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const inviting = reply?.values.intent === "invite" ? reply : undefined;
  return (
    <>
      <PageHeading
        title="Members"
        lede={
          mayManage
            ? "Who can work here, and as what. Whoever does the work never signs it off: that is for reviewers."
            : "Who can work here, and as what. Owners invite people and change roles."
        }
      />
      {inviting ? null : <ErrorSummary errors={reply?.errors} />}
      <MemberTable members={members} me={me} mayManage={mayManage} />
      {mayManage ? (
        <>
          <InviteForm
            mail={mail}
            errors={inviting?.errors}
            email={typed(inviting, "email")}
            role={typed(inviting, "role", "editor")}
          />
          <OpenInvitations invitations={invitations} />
          <SectionRule id="history" title="What changed">
            <ul className="stack">
              {history.map(({ id, at, sentence }) => (
                <li key={id}>
                  {formatInstant(at)}: {sentence}
                </li>
              ))}
            </ul>
          </SectionRule>
        </>
      ) : null}
    </>
  );
}
