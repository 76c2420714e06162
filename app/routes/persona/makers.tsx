import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { MakersReview } from "#app/domain/persona/persona-input.ts";
import { withForm } from "#app/http/form.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { today } from "#app/http/today.server.ts";
import { asPersona } from "#db/persona.server.ts";
import { confirmReview, personaForMakers, takePersonaBack } from "#db/persona-makers.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { CheckboxGroup } from "#app/ui/forms/checkbox-group.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { typedList, typedOr } from "#app/ui/commitment/form-values.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { PersonaSheet } from "#app/ui/persona/persona-sheet.tsx";

const TakeBack = z.object({ sure: z.literal("yes", "Tick the box to say that you are sure.") });

export const meta = () => [{ title: "A persona you made – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ params, context }: LoaderFunctionArgs) => {
  const link = await requireLink(context, params.token, "review-persona");
  const { persona, needs } = await personaForMakers(link);
  const byId = new Map(needs.map((need) => [need.id, need]));
  return {
    withdrawn: persona.withdrawnOn !== null,
    offered: persona.offeredOn !== null,
    mayReview: persona.provenance !== null,
    id: persona.id,
    sheet: {
      ...asPersona(persona),
      needs: persona.needs.flatMap((each) => {
        const need = byId.get(each.need);
        return need ? [{ ...each, need }] : [];
      }),
    },
  };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireLink(context, params.token, "review-persona");
  if ((await request.clone().formData()).get("intent") === "review")
    return withForm(request, MakersReview, async (review) => {
      await confirmReview(link, review, today());
      return redirect(`/personas/makers/${params.token}?read=again`, { status: 303 });
    });
  return withForm(request, TakeBack, async () => {
    await takePersonaBack(link, today());
    return redirect(`/personas/makers/${params.token}`, { status: 303 });
  });
});

export default function MakersPage() {
  const { withdrawn, sheet, offered, mayReview, id } = useLoaderData<typeof loader>();
  const sent = useActionData<FormReply>();
  const [search] = useSearchParams();
  const review = sent?.values.intent === "review" ? sent : undefined;
  const reply = sent?.values.intent === "review" ? undefined : sent;
  if (withdrawn)
    return (
      <>
        <StaleErrors reply={sent} />
        <PageHeading
          title="You took this persona back"
          lede="Nobody can use it any more. If it was published, its words are gone from the public record, which says that something was taken back, and not what."
        />
      </>
    );
  return (
    <>
      <PageHeading
        title={sheet.title}
        lede="You made this persona with the organisation that sent you this link. Here is all that is kept. It is yours to take back, any day, without giving a reason."
      >
        <p className="measure">
          {offered ? (
            <>
              The organisation means it for the public. <a href={`/personas/${id}`}>See what is published</a>:
              it changes only when the organisation publishes again.
            </>
          ) : (
            "It is not in the open library: only the organisation uses it, in its checks."
          )}
        </p>
      </PageHeading>
      {search.get("read") === "again" && !sent && sheet.provenance ? (
        <Notice kind="saved">
          <p>
            Thank you. That it is still right is recorded. You are asked again by{" "}
            {formatDate(sheet.provenance.reviewOn)}.
          </p>
        </Notice>
      ) : null}
      <PersonaSheet persona={sheet} />
      <div className="no-print">
        {mayReview ? (
          <SectionRule
            id="review"
            title="Is it still right?"
            lede="Read it again. If it is still right, say so, and choose when you want to be asked next."
          >
            <Form errors={review?.errors}>
              <input type="hidden" name="intent" value="review" />
              <CheckboxGroup
                name="right"
                label="Review"
                required
                options={[{ value: "yes", label: "Yes, it is still right" }]}
                defaultValue={typedList(review, "right", [])}
                error={review?.errors.right}
              />
              <DateField
                name="reviewOn"
                label="Ask us again by"
                required
                defaultValue={typedOr(review, "reviewOn", "")}
                error={review?.errors.reviewOn}
              />
              <Button variant="second">Confirm the review</Button>
            </Form>
          </SectionRule>
        ) : null}
        <SectionRule
          id="take-back"
          title="Take it back"
          lede="It leaves every list and check from now on, and the public library. This cannot be undone here."
        >
          <Form errors={reply?.errors}>
            <CheckboxGroup
              name="sure"
              label="Are you sure?"
              required
              options={[{ value: "yes", label: "Yes, take this persona back" }]}
              error={reply?.errors.sure}
            />
            <Button variant="danger">Take it back</Button>
          </Form>
        </SectionRule>
      </div>
    </>
  );
}
