import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { OrganisationDetails } from "#app/domain/organisation/organisation.ts";
import { NewPassword } from "#app/domain/organisation/password.ts";
import { Email, PersonName } from "#app/domain/organisation/person.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { signIn } from "#app/http/sign-in.server.ts";
import { isEmpty, setUpInstallation } from "#db/organisation.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Fieldset } from "#app/ui/forms/fieldset.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { DetailsFields } from "#app/ui/organisation/details-fields.tsx";
import { NewPasswordField } from "#app/ui/organisation/new-password-field.tsx";

const SetUp = OrganisationDetails.extend({ ownerName: PersonName, email: Email, password: NewPassword });

export const meta = () => [{ title: "Set up Kept" }];

/** Only while there is no organisation at all. */
export async function loader() {
  if (!(await isEmpty())) throw redirect("/");
  return null;
}

export const action = refusing(async ({ request }: ActionFunctionArgs) =>
  withForm(request, SetUp, async ({ ownerName, email, password, ...details }) => {
    const { slug } = await setUpInstallation(details, { name: ownerName, email, password });
    const cookies = await signIn(request, { email, password });
    return redirectWithNotice(`/o/${slug}`, `${details.name} is set up. You are its owner.`, cookies);
  }),
);

export default function SetUpPage() {
  const reply = useActionData<FormReply>();
  return (
    <AccountShell title="Set up Kept">
      <p>Begin with your organisation and your own account. You can invite others afterwards.</p>
      <Form errors={reply?.errors}>
        <Fieldset legend="Your organisation" hint="The public sees these three facts.">
          <DetailsFields reply={reply} />
        </Fieldset>
        <Fieldset legend="You, its owner">
          <TextField
            name="ownerName"
            label="Your name"
            autoComplete="name"
            required
            error={reply?.errors.ownerName}
            defaultValue={typed(reply, "ownerName")}
          />
          <TextField
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            required
            error={reply?.errors.email}
            defaultValue={typed(reply, "email")}
          />
          <NewPasswordField error={reply?.errors.password} />
        </Fieldset>
        <Button>Set it up</Button>
      </Form>
    </AccountShell>
  );
}
