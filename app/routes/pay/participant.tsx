import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { offeredFee, owedFee } from "#app/domain/remuneration/offer.ts";
import { ChoiceInput } from "#app/domain/remuneration/offer-input.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice, takeNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { today } from "#app/http/today.server.ts";
import { data } from "@remix-run/node";
import { chooseOwn, readOwnOffer, tellReceipt } from "#db/pay-link.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { OwnOffer } from "#app/ui/pay/own-offer.tsx";

const Answer = z.discriminatedUnion("intent", [
  ChoiceInput.safeExtend({ intent: z.literal("choice") }),
  z.object({ intent: z.literal("received") }),
  z.object({ intent: z.literal("not-received") }),
]);

export const meta = () => [{ title: "Your pay – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const link = await requireLink(context, params.token, "agree-pay");
  const { offer, organisation, payments, changes } = await readOwnOffer(link);
  const { notice, headers } = await takeNotice(request);
  const paidPence = payments
    .filter(({ kind }) => kind === "fee")
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
  const { role, heldOn, time, expensesPence, expensesTiming, promisedBy, choice, agreedFeePence, timing } =
    offer;
  const { confirmedOn, notReceivedOn } = offer;
  return data(
    {
      notice,
      organisation,
      payments,
      changes,
      withdrawnOn: offer.withdrawnOn,
      paid: paidPence > 0,
      offered: offeredFee(offer),
      owed: owedFee(offer),
      offer: {
        role,
        heldOn,
        time,
        expensesPence,
        expensesTiming,
        promisedBy,
        choice,
        agreedFeePence,
        timing,
      },
      confirmedOn,
      notReceivedOn,
    },
    { headers },
  );
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireLink(context, params.token, "agree-pay");
  const here = `/agree-pay/${params.token}`;
  return withForm(request, Answer, async (answer) => {
    if (answer.intent === "choice") {
      const { choice, agreedFeePence = null, timing } = answer;
      await chooseOwn(link, { choice, agreedFeePence, timing, on: today() });
      return redirectWithNotice(
        here,
        "Thank you. Your choice is kept. You can change it until you are paid.",
      );
    }
    await tellReceipt(link, answer.intent === "received", today());
    return redirectWithNotice(
      here,
      answer.intent === "received"
        ? "Thank you for telling us that it has come."
        : "Thank you for telling us. It now stands at the top of what they have to see to.",
    );
  });
});

export default function ParticipantPage() {
  const { notice, ...own } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      {notice ? <Notice kind="saved">{notice}</Notice> : null}
      <OwnOffer {...own} reply={reply} />
    </>
  );
}
