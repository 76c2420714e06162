import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { NewPassword } from "#app/domain/organisation/password.ts";
import { PersonName } from "#app/domain/organisation/person.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { listDevices, signOutDevice, signOutOtherDevices } from "#app/http/devices.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice, takeNotice } from "#app/http/notice.server.ts";
import { countTry, forgetTries } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireUser } from "#app/http/require-scope.server.ts";
import { changePassword } from "#app/http/sign-in.server.ts";
import { renamePerson } from "#db/person.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { NewPasswordField } from "#app/ui/organisation/new-password-field.tsx";

const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("name"), name: PersonName }),
  z.object({
    intent: z.literal("password"),
    currentPassword: z.string("Enter the password you have now."),
    newPassword: NewPassword,
  }),
  z.object({ intent: z.literal("sign-out"), device: z.string("Choose a device.") }),
  z.object({ intent: z.literal("sign-out-others") }),
]);

export const meta = () => [{ title: "Your account – Kept" }];

export const loader = refusing(async ({ request }: LoaderFunctionArgs) => {
  const user = await requireUser(request);
  const devices = await listDevices(request, user.signInId);
  const { notice, headers } = await takeNotice(request);
  headers.set("Cache-Control", "no-store");
  return data({ name: user.name, email: user.email, devices, notice }, { headers });
});

export const action = refusing(async ({ request }: ActionFunctionArgs) => {
  const user = await requireUser(request);
  return withForm(request, Change, async (change) => {
    if (change.intent === "name") {
      await renamePerson(user.id, change.name);
      return redirectWithNotice("/account", "Your name is changed.");
    }
    if (change.intent === "password") {
      await countTry("sign-in-account", user.email);
      const cookies = await changePassword(request, change);
      if (!cookies) throw Refusal.invalid({ currentPassword: ["That is not the password you have now."] });
      await forgetTries("sign-in-account", user.email);
      return redirectWithNotice(
        "/account",
        "Your password is changed. Other devices are signed out.",
        cookies,
      );
    }
    if (change.intent === "sign-out") {
      await signOutDevice(request, change.device);
      return redirectWithNotice("/account", "That device is signed out.");
    }
    await signOutOtherDevices(request);
    return redirectWithNotice("/account", "All other devices are signed out.");
  });
});

export default function AccountPage() {
  const { name, email, devices, notice } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const replyTo = (intent: string) => (reply?.values.intent === intent ? reply : undefined);
  const toName = replyTo("name");
  const toPassword = replyTo("password");
  return (
    <AccountShell title="Your account" notice={notice}>
      <p>
        You sign in as <b>{email}</b>. <Link to="/account/organisations">Your organisations</Link>
      </p>
      <SectionRule id="name" title="Name">
        <Form errors={toName?.errors}>
          <input type="hidden" name="intent" value="name" />
          <TextField
            name="name"
            label="Your name"
            hint="The other members see it. The public does not, unless you choose so."
            autoComplete="name"
            required
            error={toName?.errors.name}
            defaultValue={typed(toName, "name", name)}
          />
          <Button>Save the name</Button>
        </Form>
      </SectionRule>
      <SectionRule id="password" title="Password">
        <Form errors={toPassword?.errors}>
          <input type="hidden" name="intent" value="password" />
          <TextField
            name="currentPassword"
            label="Password now"
            type="password"
            autoComplete="current-password"
            required
            error={toPassword?.errors.currentPassword}
          />
          <NewPasswordField name="newPassword" label="New password" error={toPassword?.errors.newPassword} />
          <Button variant="second">Change the password</Button>
        </Form>
      </SectionRule>
      <SectionRule id="devices" title="Where you are signed in">
        <ul className="stack">
          {devices.map((device) => (
            <li key={device.id}>
              <b>{device.name}</b>
              {device.thisOne ? " (this one)" : ""}, since {formatInstant(device.since)}
              {device.thisOne ? null : (
                <Form>
                  <input type="hidden" name="intent" value="sign-out" />
                  <Button variant="quiet" name="device" value={device.id}>
                    Sign out {device.name}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {devices.length > 1 ? (
          <Form>
            <Button variant="second" name="intent" value="sign-out-others">
              Sign out all other devices
            </Button>
          </Form>
        ) : null}
      </SectionRule>
      <Form action="/sign-out">
        <Button variant="second">Sign out</Button>
      </Form>
    </AccountShell>
  );
}
