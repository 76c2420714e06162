/**
 * Addresses of a journey's pages, in one place. `base` is where the journey is read: its public address, or the preview
 * before publishing, which is made of the same pages.
 */
export const journeyPath = (slug: string) => `/journeys/${slug}`;
export const commitmentPath = (base: string, id: string) => `${base}/commitments/${id}`;
export const entryPath = (base: string, index: number) => `${base}/entries/${index}`;
export const changesPath = (base: string, from?: string, to?: string) =>
  `${base}/changes${from && to ? `?from=${from}&to=${to}` : ""}`;
export const recruitmentPath = (slug: string) => `/journeys/${slug}/recruitment`;
export const payPath = (slug: string) => `/journeys/${slug}/pay`;
export const recordPath = (slug: string) => `${journeyPath(slug)}/record`;
export const recommendationPath = (id: string) => `/recommendations/${id}`;
export const loopsPath = (slug: string) => `${journeyPath(slug)}/loops`;
export const askPath = (slug: string, commitment?: string) =>
  `${journeyPath(slug)}/ask${commitment ? `?commitment=${commitment}` : ""}`;
export const auditPath = (base: string) => `${base}/audit`;
