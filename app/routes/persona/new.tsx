import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { PersonaWords } from "#app/domain/persona/persona-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { draftPersona } from "#db/persona.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { PersonaWordsForm } from "#app/ui/persona/persona-words-form.tsx";

export const meta = () => [{ title: "Start a persona – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, PersonaWords, async (words) => {
    const id = await draftPersona(scope, words, today());
    return redirectWithNotice(
      `/o/${params.organisation}/personas/${id}`,
      "The draft is started. Say who made it, and what has to hold for this person to take part.",
    );
  });
});

export default function NewPersonaPage() {
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Start a persona"
        lede="Make it with the people it speaks for, and pay them. Until the page says who they are, it stays a draft."
      />
      <Notice kind="info">
        <p>
          The <a href="/personas/method">method</a> has a facilitation guide, a consent form and a worksheet
          to print.
        </p>
      </Notice>
      <PersonaWordsForm reply={reply} />
    </>
  );
}
