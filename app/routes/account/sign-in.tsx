import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { Email } from "#app/domain/organisation/person.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { countTry, forgetTries } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { findUser } from "#app/http/require-scope.server.ts";
import { safeNext } from "#app/http/safe-next.server.ts";
import { signIn } from "#app/http/sign-in.server.ts";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { ErrorSummary, TextField } from "./form-parts.tsx";

const SignIn = z.object({
  email: Email,
  password: z.string("Enter your password."),
  next: z.string().optional(),
});

export const meta = () => [{ title: "Sign in – Kept" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findUser(request)) throw redirect(next);
  return { next };
}

export const action = refusing(async ({ request, context }: ActionFunctionArgs) =>
  withForm(request, SignIn, async ({ email, password, next }) => {
    await countTry("sign-in-address", clientAddress(context));
    await countTry("sign-in-account", email);
    const headers = await signIn(request, { email, password });
    if (!headers) throw Refusal.invalid({ form: ["The email address or the password is wrong. Check both."] });
    await forgetTries("sign-in-account", email);
    return redirect(safeNext(next), { status: 303, headers });
  }),
);

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <AccountShell title="Sign in">
      <ErrorSummary errors={reply?.errors} />
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="next" value={typed(reply, "next") || next} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          errors={reply?.errors}
          defaultValue={typed(reply, "email")}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          errors={reply?.errors}
        />
        <button className="button" type="submit">
          Sign in
        </button>
      </Form>
      <p>
        <Link to="/forgotten">I have forgotten my password</Link>
      </p>
      <p>Accounts are made by invitation. Ask an owner of your organisation for one.</p>
    </AccountShell>
  );
}
