import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { Email } from "#app/domain/organisation/person.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { takeNotice } from "#app/http/notice.server.ts";
import { countTry, forgetTries } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { findUser } from "#app/http/require-scope.server.ts";
import { safeNext } from "#app/http/safe-next.server.ts";
import { signIn } from "#app/http/sign-in.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

const SignIn = z.object({
  email: Email,
  password: z.string("Enter your password."),
  next: z.string().optional(),
});

export const meta = () => [{ title: "Sign in – Kept" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findUser(request)) throw redirect(next);
  const { notice, headers } = await takeNotice(request);
  return data({ next, notice }, { headers });
}

export const action = refusing(async ({ request, context }: ActionFunctionArgs) =>
  withForm(request, SignIn, async ({ email, password, next }) => {
    await countTry("sign-in-address", clientAddress(context));
    await countTry("sign-in-account", email);
    const headers = await signIn(request, { email, password });
    if (!headers)
      throw Refusal.invalid({ form: ["The email address or the password is wrong. Check both."] });
    await forgetTries("sign-in-account", email);
    return redirect(safeNext(next), { status: 303, headers });
  }),
);

export default function SignInPage() {
  const { next, notice } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <AccountShell title="Sign in" notice={notice}>
      <Form errors={reply?.errors}>
        <input type="hidden" name="next" value={typed(reply, "next") || next} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          error={reply?.errors.email}
          required
          defaultValue={typed(reply, "email")}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={reply?.errors.password}
          required
        />
        <Button>Sign in</Button>
      </Form>
      <p>
        <Link to="/forgotten">I have forgotten my password</Link>
      </p>
      <p>Accounts are made by invitation. Ask an owner of your organisation for one.</p>
    </AccountShell>
  );
}
