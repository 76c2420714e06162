import { qrSvg } from "#app/documents/qr.ts";
import type { Letter } from "#app/ui/feedback/letters.tsx";

/** Each address with its code as an image that needs no second request. */
export function lettersOf(urls: readonly string[]): Promise<Letter[]> {
  return Promise.all(
    urls.map(async (url) => ({
      url,
      qr: `data:image/svg+xml;base64,${Buffer.from(await qrSvg(url)).toString("base64")}`,
    })),
  );
}
