import { Links, Meta, Outlet, Scripts, useMatches, useRouteError } from "@remix-run/react";
import type { HeadersFunction, LinksFunction, MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { useNonce } from "#app/http/nonce.ts";
import { ErrorPage, errorWords } from "#app/ui/shell/error-page.tsx";
import { errorSaid } from "#app/ui/shell/error-said.ts";
import stylesheet from "./ui/styles/kept.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${errorWords(errorSaid(error)).title} – Kept` : "Kept" },
];

/** What a page throws keeps its headers: a 304 its ETag, a refusal its type. */
export const headers: HeadersFunction = ({ errorHeaders, loaderHeaders }) => errorHeaders ?? loaderHeaders;

export default function App() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

export function ErrorBoundary() {
  return (
    <Document>
      <ErrorPage {...errorSaid(useRouteError())} />
    </Document>
  );
}

/** A route whose `handle` says so gets the browser's code. Public pages do not: they are complete without it. */
export type Hydrating = { hydrate: true };

function Document({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const hydrate = useMatches().some((match) => (match.handle as Partial<Hydrating> | undefined)?.hydrate);
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <script src="/leave.js" defer />
      </head>
      <body>
        {children}
        {hydrate ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}
