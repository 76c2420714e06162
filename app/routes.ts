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
    route("recommendations", "routes/public/recommendations.tsx"),
    route("recommendations/:id", "routes/public/recommendation.tsx"),
    route("calendar", "routes/public/calendar/calendar.tsx"),
    route("calendar/:observance", "routes/public/calendar/observance.tsx"),
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

  // The organisation itself
  route("o/:organisation/members", "routes/organisation/members.tsx"),
  route("o/:organisation/settings", "routes/organisation/settings.tsx"),
  route("o/:organisation/mail", "routes/organisation/mail.tsx"),

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
] satisfies RouteConfig;
