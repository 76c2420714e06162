/** How the bytes of a text file were read. */
export type Encoding = "utf-8" | "utf-16" | "windows-1252";

/**
 * Reads the bytes of a CSV file as text. A byte-order mark decides and is dropped; without one, bytes that are valid
 * UTF-8 are UTF-8, and all others are Windows-1252, which Excel in Britain writes by default. Never throws.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: fromWindows1252(bytes), encoding: "windows-1252" };
  }
}

/** Windows-1252 from 0x80 to 0x9F; the five codes it leaves free stay as they are. The rest is Latin-1. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand, because the decoder of Node 20 reads these bytes as Latin-1 and turns curly quotes into control codes. */
function fromWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
}
