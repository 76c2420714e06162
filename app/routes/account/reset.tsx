import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { NewPassword } from "#app/domain/organisation/password.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { countTry } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { isResetOpen, resetPassword } from "#app/http/sign-in.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { NewPasswordField } from "#app/ui/organisation/new-password-field.tsx";

export const meta = () => [{ title: "Choose a new password – Kept" }];

export async function loader({ params }: LoaderFunctionArgs) {
  return { open: await isResetOpen(params.token ?? "") };
}

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) =>
  withForm(request, z.object({ password: NewPassword }), async ({ password }) => {
    await countTry("reset-address", clientAddress(context));
    if (!(await resetPassword(params.token ?? "", password))) {
      throw Refusal.invalid({ form: ["This address does not work any more. Ask for a new one."] });
    }
    return redirectWithNotice("/sign-in", "Your password is changed. Sign in with the new one.");
  }),
);

export default function ResetPage() {
  const { open } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  if (!open) {
    return (
      <AccountShell title="This address does not work any more">
        <p>It works once, and for an hour.</p>
        <p>
          <Link to="/forgotten">Ask for a new one</Link>
        </p>
      </AccountShell>
    );
  }
  return (
    <AccountShell title="Choose a new password">
      <p>Every device on which you are signed in will be signed out.</p>
      <Form errors={reply?.errors}>
        <NewPasswordField label="New password" error={reply?.errors.password} />
        <Button>Change the password</Button>
      </Form>
    </AccountShell>
  );
}
