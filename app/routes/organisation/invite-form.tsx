import type { ComponentProps } from "react";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import { roles } from "#app/domain/organisation/scope.ts";
import type { FieldErrors } from "#app/domain/refusal.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { MailWaits } from "#app/ui/organisation/mail-waits.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export function InviteForm({
  errors,
  email,
  role,
  mail,
}: {
  errors: FieldErrors | undefined;
  email: string;
  role: string;
  mail: ComponentProps<typeof MailWaits>;
}) {
  return (
    <SectionRule id="invite" title="Invite somebody">
      <MailWaits {...mail} />
      <Form errors={errors}>
        <input type="hidden" name="intent" value="invite" />
        <TextField
          name="email"
          label="Email address"
          type="email"
          required
          error={errors?.email}
          defaultValue={email}
        />
        <RadioGroup
          name="role"
          label="Role"
          required
          error={errors?.role}
          defaultValue={role}
          options={roles.map((value) => ({
            value,
            label: roleNames[value].name,
            hint: `This person ${roleNames[value].can}.`,
          }))}
        />
        <Button>Send the invitation</Button>
      </Form>
    </SectionRule>
  );
}
