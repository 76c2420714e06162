import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { NewPassword } from "#app/domain/organisation/password.ts";
import { PersonName } from "#app/domain/organisation/person.ts";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { countingUnknown } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { findUser, requireUser } from "#app/http/require-scope.server.ts";
import { signIn } from "#app/http/sign-in.server.ts";
import { acceptAsMember, acceptAsNew, openInvitation } from "#db/invitation.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { NewPasswordField } from "#app/ui/organisation/new-password-field.tsx";

const Acceptance = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("new"), name: PersonName, password: NewPassword }),
  z.object({ intent: z.literal("join") }),
]);

export const meta = () => [{ title: "Invitation – Kept" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const invitation = await countingUnknown(clientAddress(context), () =>
    openInvitation(params.token ?? "", new Date()),
  );
  const user = await findUser(request);
  const { organisation, role, email, hasAccount } = invitation;
  return { organisation, role, email, hasAccount, signedInAs: user?.email };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const token = params.token ?? "";
  await countingUnknown(clientAddress(context), () => openInvitation(token, new Date()));
  return withForm(request, Acceptance, async (acceptance) => {
    if (acceptance.intent === "join") {
      const user = await requireUser(request);
      const { slug, organisation } = await acceptAsMember(token, user, new Date());
      return redirectWithNotice(`/o/${slug}`, `You have joined ${organisation}.`);
    }
    const { slug, organisation, email } = await acceptAsNew(token, acceptance, new Date());
    const cookies = await signIn(request, { email, password: acceptance.password });
    return redirectWithNotice(`/o/${slug}`, `Welcome. You have joined ${organisation}.`, cookies);
  });
});

export default function InvitationPage() {
  const { organisation, role, email, hasAccount, signedInAs } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { pathname } = useLocation();
  return (
    <AccountShell title={`Join ${organisation}`}>
      <p>
        The invitation is for <b>{email}</b>, as <b>{roleNames[role].name.toLowerCase()}</b>. This person{" "}
        {roleNames[role].can}.
      </p>
      {hasAccount ? (
        <Existing email={email} signedInAs={signedInAs} next={pathname} />
      ) : (
        <Form errors={reply?.errors}>
          <input type="hidden" name="intent" value="new" />
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField
            name="name"
            label="Your name"
            hint="The other members see it. The public does not, unless you choose so."
            autoComplete="name"
            error={reply?.errors.name}
            required
            defaultValue={typed(reply, "name")}
          />
          <NewPasswordField error={reply?.errors.password} />
          <Button>Make my account and join</Button>
        </Form>
      )}
    </AccountShell>
  );
}

function Existing({
  email,
  signedInAs,
  next,
}: {
  email: string;
  signedInAs: string | undefined;
  next: string;
}) {
  if (!signedInAs) {
    return (
      <p>
        You have an account already.{" "}
        <Link to={`/sign-in?${new URLSearchParams({ next })}`}>Sign in to accept</Link>
      </p>
    );
  }
  if (signedInAs !== email) {
    return (
      <Form action="/sign-out">
        <p>You are signed in as {signedInAs}. Sign out, then open this invitation again.</p>
        <Button>Sign out</Button>
      </Form>
    );
  }
  return (
    <Form>
      <input type="hidden" name="intent" value="join" />
      <Button>Join</Button>
    </Form>
  );
}
