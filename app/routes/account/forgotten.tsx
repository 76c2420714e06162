import type { ActionFunctionArgs } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { Email } from "#app/domain/organisation/person.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { countTry } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { askForReset } from "#app/http/sign-in.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { MailWaits } from "#app/ui/organisation/mail-waits.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

export const meta = () => [{ title: "Forgotten password – Kept" }];

export const action = refusing(async ({ request, context }: ActionFunctionArgs) =>
  withForm(request, z.object({ email: Email }), async ({ email }) => {
    await countTry("reset-address", clientAddress(context));
    await countTry("reset-account", email);
    await askForReset(email);
    const { mailLeaves, localOutbox } = installation();
    return { askedFor: email, mailLeaves, localOutbox };
  }),
);

export default function ForgottenPage() {
  const reply = useActionData<FormReply | { askedFor: string; mailLeaves: boolean; localOutbox: boolean }>();
  if (reply && "askedFor" in reply) {
    return (
      <AccountShell title="Look in your mail">
        <MailWaits mailLeaves={reply.mailLeaves} localOutbox={reply.localOutbox} />
        <p>
          If {reply.askedFor} has an account, a message {reply.mailLeaves ? "is on its way" : "is written"}{" "}
          with an address that lets you choose a new password. It works for an hour.
          {reply.mailLeaves ? " Look in the junk folder too." : ""}
        </p>
        <p>
          <Link to="/sign-in">Back to sign in</Link>
        </p>
      </AccountShell>
    );
  }
  return (
    <AccountShell title="Forgotten password">
      <p>We send you an address at which you can choose a new one.</p>
      <Form errors={reply?.errors}>
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          error={reply?.errors.email}
          required
          defaultValue={typed(reply, "email")}
        />
        <Button>Send it</Button>
      </Form>
    </AccountShell>
  );
}
