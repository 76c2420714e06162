import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { areaFromForm, servedFromForm } from "#app/domain/recruitment/benchmark-form.ts";
import { ListId, listName } from "#app/domain/recruitment/benchmark-list.ts";
import { NATIONAL_BENCHMARKS } from "#app/domain/recruitment/national-benchmarks.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { spreadsheetRows } from "#app/http/spreadsheet/read.server.ts";
import { isTooLarge } from "#app/http/spreadsheet/size.server.ts";
import { today } from "#app/http/today.server.ts";
import {
  addBenchmark,
  listBenchmarks,
  listBenchmarksAside,
  setBenchmarkAside,
} from "#db/recruitment-benchmark.server.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { AreaForm } from "#app/ui/recruitment/area-form.tsx";
import { BenchmarkTable } from "#app/ui/recruitment/benchmark-table.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";
import { ServedForm } from "#app/ui/recruitment/served-form.tsx";

export const meta = () => [{ title: "Who you compare with – Kept" }];

const TOO_LARGE = { file: ["The file is larger than 50 MB. Choose one with fewer areas."] };

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [entered, aside] = await Promise.all([listBenchmarks(scope), listBenchmarksAside(scope)]);
  const query = new URL(request.url).searchParams;
  const asked = ListId.safeParse(query.get("list"));
  const nations = NATIONAL_BENCHMARKS.map((nation) => ({ ...nation, id: null, lookAgainOn: null }));
  return {
    benchmarks: [...entered, ...nations].map(
      ({ id, kind, place, source, on, scheme, counts, lookAgainOn }) => ({
        id,
        kind,
        place,
        source,
        on,
        lookAgainOn,
        list: listName(scheme),
        people: Object.values(counts).reduce((sum, people) => sum + people, 0),
      }),
    ),
    aside: aside.map(({ id, place, scheme, on, setAsideOn }) => ({
      id,
      place,
      list: listName(scheme),
      on,
      setAsideOn: setAsideOn ?? "",
    })),
    list: asked.data ?? "ew-2021",
    today: today(),
    tooLarge: query.has("too-large"),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const here = `/o/${params.organisation}/recruitment/benchmarks`;
  if (isTooLarge(request)) return again({ intent: "area" }, TOO_LARGE, 400);
  const form = await readForm(request);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  if (typed.intent === "set-aside") {
    await setBenchmarkAside(scope, typed.id ?? "", today());
    return redirectWithNotice(here, "It is set aside. Findings of rounds are no longer made with it.");
  }
  try {
    const file = form.get("file");
    const rowsOfFile = (bytes: ArrayBuffer) => [
      ...spreadsheetRows(new Uint8Array(bytes), { everySheet: true }),
    ];
    const bytes = file instanceof File && file.name !== "" ? await file.arrayBuffer() : null;
    await addBenchmark(
      scope,
      typed.intent === "served"
        ? servedFromForm(typed)
        : areaFromForm(typed, () => (bytes ? rowsOfFile(bytes) : null)),
    );
    return redirectWithNotice(here, "It is added. New findings use it when it fits best.");
  } catch (error) {
    if (error instanceof Refusal && error.detail.kind === "invalid")
      return again(typed, error.detail.fields, 400);
    throw error;
  }
});

export default function BenchmarksPage() {
  const { benchmarks, aside, list, mayEdit, today, tooLarge } = useLoaderData<typeof loader>();
  const sent = useActionData<FormReply>();
  const reply = sent ?? (tooLarge ? { values: { intent: "area" }, errors: TOO_LARGE } : undefined);
  const { organisation } = useParams();
  const of = (intent: string) => (reply && (reply.values.intent ?? "area") === intent ? reply : undefined);
  return (
    <>
      <RoundCrumbs base={`/o/${organisation}/recruitment`} />
      <PageHeading
        title="Who you compare with"
        lede="Best are the people you serve. A census counts everybody of every age in a place, whether you serve them or not."
        actions={
          mayEdit ? (
            <>
              <ButtonLink href="#served">Add the people you serve</ButtonLink>
              <ButtonLink href="#area" variant="second">
                Import a census area
              </ButtonLink>
            </>
          ) : null
        }
      />
      <BenchmarkTable benchmarks={benchmarks} aside={aside} today={today} mayEdit={mayEdit} />
      {mayEdit ? (
        <>
          <ServedForm reply={of("served")} list={list} />
          <AreaForm reply={of("area")} />
        </>
      ) : null}
    </>
  );
}
