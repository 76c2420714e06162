import type { ComponentType } from "react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import AuditAnswerPage from "#app/routes/audit/answer.tsx";
import ProtectedPage from "#app/routes/feedback/protected.tsx";
import OfferEditPage from "#app/routes/pay/offer-edit.tsx";
import PaymentsPage from "#app/routes/pay/payments.tsx";
import MakersPage from "#app/routes/persona/makers.tsx";
import ClearancePage from "#app/routes/review/clearance.tsx";

const said = "Somebody else was quicker.";
const reply = { values: {}, errors: { form: [said] } };

/** The page as a browser without scripts gets it after a form was refused. */
function page(Page: ComponentType, loaderData: unknown, actionData: unknown = reply): string {
  const router = createMemoryRouter([{ id: "page", path: "/o/:organisation", element: <Page /> }], {
    initialEntries: ["/o/ours"],
    hydrationData: { loaderData: { page: loaderData }, actionData: { page: actionData } },
  });
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

describe("a form that has gone from its page while it was filled in", () => {
  it.each<[string, ComponentType, unknown]>([
    ["nothing waits for a second pair of eyes any more", ClearancePage, { mayReview: true, waiting: [] }],
    ["the persona was taken back", MakersPage, { withdrawn: true }],
    ["the offer was withdrawn", OfferEditPage, { offer: { id: "1", withdrawnOn: "2026-05-01" }, lines: [] }],
    ["no line is left to pay from", PaymentsPage, { payments: [], lines: [], mayEdit: true }],
    ["the challenge was answered", ProtectedPage, { challenges: [], chosen: null }],
  ])("still says what is wrong where %s", (_, Page, loaded) => {
    const html = page(Page, loaded);
    expect(html).toContain(said);
    expect(html).toContain('role="alert"');
  });
  it("gives what was written for a closed round back, once, to whoever wrote it", () => {
    const round = {
      voice: "team",
      state: "closed",
      title: "Spring",
      opensOn: "2026-04-01",
      closesOn: "2026-05-01",
      instrument: builtInInstruments[0],
      stored: {},
      day: "2026-05-02",
    };
    const words = "Nobody wrote to me afterwards.";
    const late = { values: { "note-feedback-loops": words }, errors: { form: ["closed"] } };
    const html = page(AuditAnswerPage, round, late);
    expect(html).toContain("was not saved");
    expect(html.split(words)).toHaveLength(2);
    expect(page(AuditAnswerPage, round, null)).not.toContain("not saved");
  });
});
