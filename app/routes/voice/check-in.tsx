import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import type { Case } from "#db/open-door.server.ts";
import { CaseView } from "#app/ui/feedback/case-view.tsx";
import { CheckInAgain, checkInReply } from "#app/ui/feedback/check-in-form.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { openedCase } from "./case-form.server.ts";

export const headers = privateHeaders;
export const meta = () => [{ title: "Kept" }];

export const loader = refusing(async ({ params, context }: LoaderFunctionArgs) => {
  await requireLink(context, params.token, "check-in");
  return null;
});

// The link stands for the code. Without the passphrase the page tells nothing: others may read the mailbox it came to.
export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireLink(context, params.token, "check-in");
  return openedCase(request, context, () => link, params.token ?? "");
});

export default function CheckInPage() {
  const answer = useActionData<FormReply | { found: Case; code: string; told?: string }>();
  const open = answer && "found" in answer ? answer : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  const again = checkInReply(reply);
  return (
    <AccountShell title={open ? "How have things been?" : "Welcome back"}>
      {open ? (
        <CaseView found={open.found} told={open.told} />
      ) : again ? (
        <CheckInAgain reply={again} />
      ) : (
        <Form errors={reply?.errors}>
          <p>Type the passphrase that you chose. Nothing is shown before.</p>
          <TextField
            name="passphrase"
            label="Passphrase"
            type="password"
            autoComplete="off"
            error={reply?.errors.passphrase}
            required
          />
          <Button>Go on</Button>
        </Form>
      )}
    </AccountShell>
  );
}
