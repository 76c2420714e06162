import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { frameworkKey } from "#app/domain/framework/framework.ts";
import { maximumFrameworkBytes, type FrameworkError } from "#app/domain/framework/parse-framework.ts";
import { can, requireAbility } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { announcedSize } from "#app/http/upload.server.ts";
import { importFramework, listFrameworks } from "#db/framework.server.ts";
import { FrameworkImport } from "#app/ui/commitment/framework-import.tsx";
import { FrameworkSource } from "#app/ui/commitment/framework-source.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Import = z.object({ file: z.instanceof(File, { error: "Choose a framework file." }) });

export const meta = () => [{ title: "Frameworks – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const frameworks = await listFrameworks(scope);
  return {
    frameworks: frameworks.map(({ recommendations, ...framework }) => ({
      key: frameworkKey(framework),
      count: recommendations.length,
      ...framework,
    })),
    mayImport: can(scope.role, "framework.import"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "framework.import");
  if (!(announcedSize(request) <= 2 * maximumFrameworkBytes))
    return again({}, { file: ["A framework file can be 1 MB at most."] }, 400);
  return withForm(request, Import, async ({ file }) => {
    const result = await importFramework(scope, await file.text());
    if (!result.ok) throw Refusal.invalid({ file: result.errors.map(errorSentence) });
    return redirectWithNotice(
      `/o/${params.organisation}/frameworks`,
      `${result.key} is here. Its recommendations can be adopted now.`,
    );
  });
});

function errorSentence({ path, message }: FrameworkError): string {
  return path === "file" ? message : `${path}: ${message}`;
}

export default function FrameworksPage() {
  const { frameworks, mayImport } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Frameworks"
        lede="Lists of what ought to be done, each with its source. Versions stand side by side: a new one never changes what an old commitment answered."
      />
      {mayImport ? <FrameworkImport errors={reply?.errors} /> : null}
      {frameworks.map((framework) => (
        <SectionRule
          key={framework.key}
          id={`framework-${framework.id}-${framework.version.replaceAll(".", "-")}`}
          title={`${framework.shortTitle}, version ${framework.version}`}
        >
          <FrameworkSource framework={framework} />
          <p>
            <a href={`/o/${organisation}/recommendations`}>Its {framework.count} recommendations</a>
          </p>
        </SectionRule>
      ))}
    </>
  );
}
