// Short enough to be read out; the database allows 60, which leaves room for a number.
const longest = 50;

/**
 * The part of an organisation's address made from its name: "St John's & Partners" → "st-johns-and-partners".
 * A name without any Latin letter or digit gives "organisation".
 */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return slug || "organisation";
}

/** The first free address: the slug itself, then with 2, 3, … */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
