import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PayGuidance } from "#app/ui/pay/pay-guidance.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";

export const meta = () => [{ title: "Guidance on pay – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireScope(request, params.organisation);
  return null;
});

export default function GuidancePage() {
  return (
    <>
      <PageHeading
        title="Guidance on pay"
        lede="Plain words on what pay can mean for the person who gets it. This is not advice: rules change, and people's situations differ."
      />
      <PayTabs />
      <PayGuidance />
    </>
  );
}
