import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { organisationOf, type Case } from "#db/open-door.server.ts";
import { CaseView } from "#app/ui/feedback/case-view.tsx";
import { CheckInAgain, checkInReply } from "#app/ui/feedback/check-in-form.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { openedCase } from "./case-form.server.ts";

export const headers = privateHeaders;
export const meta = () => [{ title: "Read the answer – Kept" }];

export const loader = refusing(async ({ params }: LoaderFunctionArgs) => {
  await organisationOf(params.slug ?? "");
  return null;
});

export const action = refusing(async ({ request, context }: ActionFunctionArgs) =>
  openedCase(request, context, (code) => code),
);

export default function CasePage() {
  const answer = useActionData<FormReply | { found: Case; code: string; told?: string }>();
  const slug = useParams().slug ?? "";
  const open = answer && "found" in answer ? answer : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  const again = checkInReply(reply);
  return (
    <>
      {open ? (
        <PageHeading title="Your case" lede="Only who has its code and passphrase sees this page." />
      ) : (
        <PageHeading title="Read the answer" lede="With the code you were given and your own passphrase." />
      )}
      {open ? (
        <CaseView found={open.found} code={open.code} told={open.told} />
      ) : again ? (
        <CheckInAgain reply={again} />
      ) : (
        <Form errors={reply?.errors}>
          <TextField
            {...fieldOf(reply)("code")}
            label="Code"
            hint="Twelve letters and digits."
            autoComplete="off"
            required
          />
          <TextField
            name="passphrase"
            label="Passphrase"
            type="password"
            autoComplete="off"
            error={reply?.errors.passphrase}
            required
          />
          <Button>Read the answer</Button>
        </Form>
      )}
      <p>
        <a href={journeyPath(slug)}>Back to the journey</a>
      </p>
    </>
  );
}
