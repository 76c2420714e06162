/** Addresses of a journey's pages, in one place, so that a page and its preview cannot disagree. */
export const journeyPath = (slug: string) => `/journeys/${slug}`;
export const commitmentPath = (slug: string, id: string) => `/journeys/${slug}/commitments/${id}`;
export const entryPath = (slug: string, index: number) => `/journeys/${slug}/entries/${index}`;
export const changesPath = (slug: string, from?: string, to?: string) =>
  `/journeys/${slug}/changes${from && to ? `?from=${from}&to=${to}` : ""}`;
export const recordPath = (slug: string) => `/journeys/${slug}/record`;
export const recommendationPath = (id: string) => `/recommendations/${id}`;
