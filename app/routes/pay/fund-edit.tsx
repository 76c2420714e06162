import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { formVersion } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { FundInput } from "#app/domain/remuneration/fund-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireFund, reviseFund } from "#db/remuneration.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { TwoVersions } from "#app/ui/commitment/two-versions.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { inPounds } from "#app/ui/pay/field-of.ts";
import { FundFields } from "#app/ui/pay/fund-fields.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Change = FundInput.safeExtend({ version: formVersion });

export const meta = () => [{ title: "Change a fund – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return { fund: (await requireFund(scope, params.id ?? "")).fund };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async ({ version, carriedOverPence = 0, ...fund }) => {
    await reviseFund(scope, id, version, { ...fund, carriedOverPence });
    return redirectWithNotice(`/o/${params.organisation}/pay/funds/${id}`, "The fund is changed.");
  });
});

export default function EditFundPage() {
  const { fund } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  return (
    <>
      <PageHeading title="Change the fund" />
      <PayTabs />
      <Form errors={reply?.errors}>
        <TwoVersions
          reply={reply}
          fields={[
            { label: "Name", name: "title", stored: fund.title },
            { label: "Kind", name: "kind", stored: fund.kind },
            { label: "Who gave it", name: "source", stored: fund.source },
            { label: "What it may not be spent on", name: "restrictions", stored: fund.restrictions },
            { label: "Begins on", name: "startsOn", stored: fund.startsOn },
            { label: "Ends on", name: "endsOn", stored: fund.endsOn },
            { label: "Amount", name: "amountPence", stored: inPounds(fund.amountPence) ?? null },
            {
              label: "Carried over",
              name: "carriedOverPence",
              stored: inPounds(fund.carriedOverPence) ?? null,
            },
          ]}
        />
        <HiddenVersion version={versionOf(reply, fund.version)} />
        <FundFields reply={reply} stored={fund} />
        <SaveBar note="Only your organisation sees this.">
          <Button>Save the fund</Button>
          <ButtonLink href={`/o/${organisation}/pay/funds/${id}`} variant="quiet">
            Cancel
          </ButtonLink>
        </SaveBar>
      </Form>
    </>
  );
}
