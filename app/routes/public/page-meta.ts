import type { MetaDescriptor } from "@remix-run/node";

type PageMeta = {
  title: string;
  description: string;
  /** Absolute address of this page without filters. */
  url: string;
  /** schema.org facts; a data block, so that it needs no nonce. */
  facts?: Record<string, unknown>;
  /** Atom feed of the same facts. */
  feed?: string;
};

/** Title, description, Open Graph, canonical address, schema.org and feed of a public page. */
export function pageMeta({ title, description, url, facts, feed }: PageMeta): MetaDescriptor[] {
  const short = description.length > 200 ? `${description.slice(0, 197)}…` : description;
  return [
    { title: `${title} – Kept` },
    { name: "description", content: short },
    { property: "og:title", content: title },
    { property: "og:description", content: short },
    { property: "og:type", content: "website" },
    { property: "og:url", content: url },
    { property: "og:site_name", content: "Kept" },
    { property: "og:locale", content: "en_GB" },
    { tagName: "link", rel: "canonical", href: url },
    ...(feed
      ? [
          {
            tagName: "link" as const,
            rel: "alternate",
            type: "application/atom+xml",
            title: "What happened",
            href: feed,
          },
        ]
      : []),
    ...(facts ? [{ "script:ld+json": { "@context": "https://schema.org", ...facts } }] : []),
  ];
}
