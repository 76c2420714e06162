import { index, layout, route, type RouteConfig } from "@remix-run/route-config";

export default [
  // The public side: folded from the record, complete without JavaScript
  layout("routes/public/layout.tsx", [
    index("routes/public/home.tsx"),
    route("journeys", "routes/public/journeys.tsx"),
    route("journeys/:slug", "routes/public/journey.tsx"),
    route("journeys/:slug/changes", "routes/public/changes.tsx"),
    route("journeys/:slug/commitments/:id", "routes/public/commitment.tsx"),
    route("journeys/:slug/entries/:index", "routes/public/entry.tsx"),
    route("journeys/:slug/record", "routes/public/record.tsx"),
    route("journeys/:slug/handout", "routes/public/handout.tsx"),
    route("recommendations", "routes/public/recommendations.tsx"),
    route("recommendations/:id", "routes/public/recommendation.tsx"),
    route("personas", "routes/public/personas.tsx"),
    route("personas/method", "routes/public/persona-method.tsx"),
    route("personas/makers/:token", "routes/persona/makers.tsx"),
    route("personas/:id", "routes/public/persona.tsx"),
    route("calendar", "routes/public/calendar/calendar.tsx"),
    route("calendar/:observance", "routes/public/calendar/observance.tsx"),
    route("answer-session/:token", "routes/session/answer.tsx"),
    route("about", "routes/public/about.tsx"),
    route("accessibility", "routes/public/accessibility.tsx"),
    route("privacy", "routes/public/privacy.tsx"),
    route("*", "routes/public/not-found.tsx"),
  ]),

  // Accounts
  route("set-up", "routes/account/set-up.tsx"),
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("forgotten", "routes/account/forgotten.tsx"),
  route("reset/:token", "routes/account/reset.tsx"),
  route("invitations/:token", "routes/account/invitation.tsx"),
  route("account", "routes/account/account.tsx"),
  route("account/organisations", "routes/account/organisations.tsx"),
  route("outbox", "routes/account/outbox.tsx"),

  // The workspace: every page about one organisation, for its members
  route("o/:organisation", "routes/workspace/frame.tsx", [
    index("routes/workspace/overview.tsx"),
    route("profile", "routes/workspace/profile.tsx"),
    route("board", "routes/workspace/board.tsx"),
    route("recommendations", "routes/framework/recommendations.tsx"),
    route("frameworks", "routes/framework/frameworks.tsx"),

    // Commitments
    route("commitments", "routes/commitment/list.tsx"),
    route("commitments/new", "routes/commitment/new.tsx"),
    route("commitments/:id", "routes/commitment/show.tsx"),
    route("commitments/:id/edit", "routes/commitment/edit.tsx"),
    route("commitments/:id/status", "routes/commitment/status.tsx"),
    route("commitments/:id/history", "routes/commitment/history.tsx"),
    route("commitments/:id/measures/new", "routes/commitment/measure-new.tsx"),
    route("commitments/:id/measures/:measureId", "routes/commitment/measure.tsx"),
    route("commitments/:id/measures/:measureId/readings", "routes/commitment/readings.tsx"),
    route("commitments/:id/milestones", "routes/commitment/milestones.tsx"),
    route("commitments/:id/updates/new", "routes/commitment/update.tsx", { id: "commitment-update-new" }),
    route("commitments/:id/updates/:updateId", "routes/commitment/update.tsx", { id: "commitment-update" }),
    route("commitments/:id/evidence", "routes/commitment/evidence.tsx"),

    // Personas
    route("personas", "routes/persona/list.tsx"),
    route("personas/new", "routes/persona/new.tsx"),
    route("personas/needs", "routes/persona/needs.tsx"),
    route("personas/import", "routes/persona/import.tsx"),
    route("personas/:id", "routes/persona/show.tsx"),
    route("personas/:id/makers", "routes/persona/invite-makers.tsx"),
    route("checks", "routes/check/list.tsx"),
    route("checks/:id", "routes/check/show.tsx"),
    // Sessions
    route("sessions", "routes/session/list.tsx"),
    route("sessions/new", "routes/session/new.tsx"),
    route("sessions/find", "routes/session/find.tsx"),
    route("sessions/import", "routes/session/import.tsx"),
    route("sessions/local", "routes/session/local.tsx"),
    route("sessions/polls/new", "routes/session/poll-new.tsx"),
    route("sessions/polls/:id", "routes/session/poll.tsx"),
    route("sessions/:id", "routes/session/show.tsx"),
    route("sessions/:id/edit", "routes/session/edit.tsx"),
    route("sessions/:id/food", "routes/session/food.tsx"),
    route("sessions/:id/preflight", "routes/preflight/preflight.tsx"),

    // Training and the handout
    route("training", "routes/training/overview.tsx"),
    route("training/add", "routes/training/add.tsx"),
    route("training/facilitators/:id", "routes/training/facilitator.tsx"),
    route("handout", "routes/handout/handout.tsx"),

    route("publish", "routes/publishing/publish.tsx"),
    route("publish/receipt", "routes/publishing/receipt.tsx"),

    route("members", "routes/organisation/members.tsx"),
    route("settings", "routes/organisation/settings.tsx"),
    route("mail", "routes/organisation/mail.tsx"),
  ]),
  route("o/:organisation/commitments/:id/evidence/:evidenceId", "routes/commitment/evidence-file.ts"),

  route("o/:organisation/sessions/sessions.ics", "routes/session/ics.ts"),
  route("o/:organisation/sessions/:id/session.ics", "routes/session/ics.ts", { id: "session-ics" }),

  // What the public will see, before it does
  route("o/:organisation/publish/preview", "routes/publishing/preview-layout.tsx", [
    index("routes/publishing/preview-journey.tsx"),
    route("commitments/:id", "routes/publishing/preview-commitment.tsx"),
    route("entries/:index", "routes/publishing/preview-entry.tsx"),
    route("changes", "routes/publishing/preview-changes.tsx"),
  ]),

  // The faith calendar, to subscribe to and to take away
  route("calendar.ics", "routes/public/calendar/ics.ts"),
  route("calendar.json", "routes/public/calendar/json.ts"),
  route("calendar.csv", "routes/public/calendar/csv.ts"),

  // The public record, for software that checks it
  route("journeys/:slug/record/checkpoint", "routes/public/record/checkpoint.ts"),
  route("journeys/:slug/record/key", "routes/public/record/key.ts"),
  route("journeys/:slug/record/tile/*", "routes/public/record/tile.ts"),
  route("journeys/:slug/record/bodies", "routes/public/record/bodies.ts"),
  route("journeys/:slug/record/file", "routes/public/record/file.ts"),

  // Out in the world, folded from the record
  route("journeys/:slug/feed.atom", "routes/public/feed.ts", { id: "journey-feed" }),
  route("journeys/:slug/commitments/:id/feed.atom", "routes/public/feed.ts", { id: "commitment-feed" }),
  route("journeys/:slug/due.ics", "routes/public/due.ts"),
  route("journeys/:slug/data/:file", "routes/public/data.ts"),
  route("journeys/:slug/card", "routes/public/card.ts"),
  route("journeys/:slug/badge.svg", "routes/public/badge.ts"),
  route("personas.json", "routes/public/personas-json.ts"),
  route("personas/schema.json", "routes/public/personas-schema.ts"),
  route("journeys/:slug/handout/:file", "routes/public/handout-file.ts"),
  route("o/:organisation/handout/:file", "routes/handout/file.ts"),
  route("api/openapi.json", "routes/public/openapi.ts"),
  route("api/v1/journeys", "routes/public/api-journeys.ts"),
  route("api/v1/journeys/:slug", "routes/public/api-journey.ts"),
  route("api/v1/journeys/:slug/entries", "routes/public/api-entries.ts"),
  route("api/v1/journeys/:slug/commitments/:id", "routes/public/api-commitment.ts"),
] satisfies RouteConfig;
