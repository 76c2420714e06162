import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { organisationOfLink, stopLetters } from "#db/reminder.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

export const headers = privateHeaders;
export const meta = () => [{ title: "Reminder letters – Kept" }];

// Looking stops nothing: mail programs open addresses by themselves.
export const loader = refusing(async ({ params, context }: LoaderFunctionArgs) => {
  const link = await requireLink(context, params.token, "stop-letters");
  return { organisation: await organisationOfLink(link) };
});

export const action = refusing(async ({ params, context }: ActionFunctionArgs) => {
  await stopLetters(await requireLink(context, params.token, "stop-letters"));
  return { stopped: true };
});

export default function StopLettersPage() {
  const { organisation } = useLoaderData<typeof loader>();
  const stopped = useActionData<typeof action>() !== undefined;
  return (
    <AccountShell title={stopped ? "The letters have stopped" : "Stop the reminder letters?"}>
      {stopped ? (
        <p role="status">
          No more reminder letters about {organisation} go to you. The list on Kept stays, and you can have
          letters again there: sign in, and open Reminders.
        </p>
      ) : (
        <Form>
          <p>
            You get letters about what is due at {organisation}. They stop with this button. You need not sign
            in, and nobody else is told.
          </p>
          <Button>Stop these letters</Button>
        </Form>
      )}
    </AccountShell>
  );
}
