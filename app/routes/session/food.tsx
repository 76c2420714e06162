import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { DishInput, MOST_DISHES } from "#app/domain/session/dish-input.ts";
import { foodWarnings } from "#app/domain/session/session-food.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { asChecked, requireSession, setMenu } from "#db/session.server.ts";
import { SessionCrumbs } from "#app/ui/session/session-crumbs.tsx";
import { FoodPage } from "#app/ui/session/food-page.tsx";

const Version = z.object({ version: z.int() });
const Change = z.discriminatedUnion("intent", [
  Version.extend({ intent: z.literal("add"), ...DishInput.shape }),
  Version.extend({ intent: z.literal("remove"), index: z.int() }),
  Version.extend({ intent: z.literal("serving"), separateServing: z.boolean().default(false) }),
]);

export const meta = () => [{ title: "Food – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { session, local } = await requireSession(scope, params.id ?? "");
  const { dishes, separateServing } = session;
  return {
    title: session.title,
    version: session.version,
    dishes,
    separateServing,
    warnings: foodWarnings(asChecked(session), local.announcements),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Change, async (change) => {
    const { session } = await requireSession(scope, id);
    const { dishes, separateServing } = session;
    const menu =
      change.intent === "serving"
        ? { dishes, separateServing: change.separateServing }
        : change.intent === "remove"
          ? { dishes: dishes.filter((_, index) => index !== change.index), separateServing }
          : { dishes: [...dishes, checked(DishInput, change)], separateServing };
    if (menu.dishes.length > MOST_DISHES)
      throw Refusal.invalid({ name: [`A menu holds ${MOST_DISHES} dishes.`] });
    await setMenu(scope, id, change.version, menu, today());
    return redirectWithNotice(`/o/${params.organisation}/sessions/${id}/food`, "The menu is saved.");
  });
});

export default function FoodRoute() {
  const found = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <SessionCrumbs title={found.title} />
      <FoodPage {...found} reply={reply} />
    </>
  );
}
