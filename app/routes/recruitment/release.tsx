import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Detail, detailsOf } from "#app/domain/recruitment/publish.ts";
import { PublicTotals } from "#app/domain/recruitment/public-totals.ts";
import { publicFindings } from "#app/domain/recruitment/public-findings.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { setPublicTotals } from "#db/recruitment-public-totals.server.ts";
import { lookAtRelease, releaseFigures } from "#db/recruitment-release.server.ts";
import { requireRound } from "#db/recruitment.server.ts";
import { DownloadList } from "#app/ui/data/download-list.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { PublicTotalsForm } from "#app/ui/recruitment/public-totals-form.tsx";
import { ProtectedTable } from "#app/ui/recruitment/protected-table.tsx";
import { PublicFindingsList } from "#app/ui/recruitment/public-findings-list.tsx";
import { DETAIL_WORDS, ReleaseDetail } from "#app/ui/recruitment/release-detail.tsx";
import { ReleaseWaiting } from "#app/ui/recruitment/release-waiting.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";

export const meta = () => [{ title: "Figures for the public – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const round = await requireRound(scope, params.id ?? "");
  const { id, title, version, scheme, released, counts, publicTotals } = round;
  const details = detailsOf(scheme);
  const asked = details.find((one) => one === new URL(request.url).searchParams.get("detail"));
  const preview = await lookAtRelease(scope, id, today(), asked);
  const waiting = "waiting" in preview ? preview : null;
  const held = "waiting" in preview ? null : preview.held;
  const shown = !("waiting" in preview) && !(held && released) ? preview.released : released;
  return {
    id,
    title,
    version,
    waiting,
    held,
    released: released?.figures.asOf ?? null,
    releasedDetail: released?.figures.detail ?? null,
    details,
    detail: asked ?? shown?.figures.detail ?? details[0]!,
    shown: shown && {
      figures: shown.figures,
      benchmark: shown.benchmark,
      findings: publicFindings(shown.figures, shown.benchmark, shown.otherBenchmark),
    },
    publicTotals,
    counted: STAGES.flatMap((stage) => {
      const people = counts[stage];
      return people ? [{ stage, people: Object.values(people).reduce((sum, n) => sum + n, 0) }] : [];
    }),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

const version = z.number().int();
const ReleaseForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("release"), version, detail: Detail.optional() }),
  z.object({ intent: z.literal("exact"), version, ...PublicTotals.shape }),
  z.object({ intent: z.literal("rounded"), version }),
]);

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id } = await requireRound(scope, params.id ?? "");
  return withForm(request, ReleaseForm, async (form) => {
    const { version } = form;
    if (form.intent === "exact" || form.intent === "rounded") {
      const totals = form.intent === "exact" ? { stages: form.stages, where: form.where } : null;
      await setPublicTotals(scope, id, version, totals, today());
      const notice = totals
        ? "Figures are exact or hidden from here. Look at them below before you release them."
        : "Figures are rounded to 5 again.";
      return redirectWithNotice(`/o/${params.organisation}/recruitment/${id}/release`, notice);
    }
    const { held } = await releaseFigures(scope, id, version, today(), form.detail);
    const here = `/o/${params.organisation}/recruitment/${id}/release`;
    return redirectWithNotice(
      here,
      held
        ? `The figures released before stay as they are. ${held}`
        : "The figures are released. The public sees them once you publish.",
    );
  });
});

export default function ReleasePage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/recruitment`;
  const mayRelease = page.mayEdit && page.shown && !page.held && !page.waiting;
  const about = (intent: string) => (reply?.values.intent === intent ? reply : undefined);
  return (
    <>
      <RoundCrumbs base={base} round={page} />
      <PageHeading
        title="Figures for the public"
        lede="Made so that nobody can work out a small count, not even with everything you released before."
      />
      <StaleErrors reply={mayRelease ? undefined : about("release")} />
      <StaleErrors reply={page.mayEdit && !page.released ? undefined : about("exact")} />
      {page.waiting ? <ReleaseWaiting {...page} {...page.waiting} /> : null}
      {page.held ? (
        <div className="stack-end">
          <Notice kind={page.released ? "info" : "warn"}>
            <p>
              {page.released
                ? `What was released on ${formatDate(page.released)} stays. ${page.held}`
                : `Nothing can be released yet. ${page.held}`}
            </p>
          </Notice>
        </div>
      ) : null}
      <ReleaseDetail details={page.details} detail={page.detail} released={page.releasedDetail} />
      {page.shown ? (
        <ProtectedTable
          figures={page.shown.figures}
          caption={`${page.title}, ${DETAIL_WORDS[page.shown.figures.detail]}, as at ${formatDate(page.shown.figures.asOf)}`}
        />
      ) : null}
      {page.released ? (
        <DownloadList
          items={[
            { href: `${base}/${page.id}/released.csv`, label: "The same as a file to share", about: "CSV" },
          ]}
        />
      ) : null}
      {mayRelease ? (
        <SectionRule
          id="release"
          title={page.released ? "Release today's figures" : "Release these figures"}
          lede="From then on they count as known to everybody: later figures are held back where the two together would point at somebody. Release when the counts are final."
        >
          <Form errors={about("release")?.errors}>
            <HiddenVersion version={page.version} />
            <input type="hidden" name="intent" value="release" />
            <input type="hidden" name="detail" value={page.detail} />
            <Button>Release the figures</Button>
          </Form>
        </SectionRule>
      ) : null}
      {page.mayEdit && !page.released ? (
        <PublicTotalsForm
          version={page.version}
          counted={page.counted}
          totals={page.publicTotals}
          reply={about("exact")}
        />
      ) : null}
      {page.shown ? (
        <SectionRule id="findings" title="What the figures tell">
          <PublicFindingsList {...page.shown} />
        </SectionRule>
      ) : null}
    </>
  );
}
