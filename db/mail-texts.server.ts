import { invitationDays } from "#app/domain/organisation/invitation.ts";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import type { Role } from "#app/domain/organisation/scope.ts";

type Text = { subject: string; text: string };

export function invitationMail(facts: {
  organisation: string;
  inviter: string;
  role: Role;
  url: string;
}): Text {
  const { name, can } = roleNames[facts.role];
  return {
    subject: `Join ${facts.organisation} on Kept`,
    text: `${facts.inviter} invites you to join ${facts.organisation} on Kept, where organisations keep their
anti-racism promises in public.

Your role would be: ${name}. This person ${can}.

Open this address to accept. It works once, for ${invitationDays} days:

${facts.url}

If you did not expect this, you need do nothing.
`,
  };
}

export function resetMail(facts: { url: string; minutes: number }): Text {
  return {
    subject: "Choose a new password for Kept",
    text: `Somebody, we hope you, asked for a new password for your account on Kept.

Open this address to choose one. It works once, for ${facts.minutes} minutes:

${facts.url}

If it was not you, you need do nothing: your password stays as it is.
`,
  };
}
