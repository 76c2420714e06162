import { qrSvg } from "#app/documents/qr.ts";
import type { Letter } from "#app/ui/feedback/letters.tsx";

/** Each address with its code as an image that needs no second request. */
export function lettersOf(links: readonly { url: string; number: number }[]): Promise<Letter[]> {
  return Promise.all(
    links.map(async ({ url, number }) => ({
      url,
      number,
      qr: `data:image/svg+xml;base64,${Buffer.from(await qrSvg(url)).toString("base64")}`,
    })),
  );
}
