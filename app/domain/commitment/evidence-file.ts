/** Kinds of file that can be evidence, with the endings each may have. No SVG and no HTML: both can carry scripts. */
export const evidenceTypes: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "text/plain": ["txt"],
  "text/csv": ["csv"],
};

/** Enough for a scanned report; small enough that a phone connection can send it. */
export const maximumEvidenceBytes = 10 * 1024 * 1024;

export const acceptedEndings = Object.values(evidenceTypes)
  .flat()
  .map((ending) => `.${ending}`);

const kinds = "a PDF, an image (PNG, JPEG, WebP or GIF), an office document, a text or a CSV file";

/**
 * The type to store a file under, or the sentence that refuses it.
 * @param name the file's name as sent; only its ending counts
 * @param detected the type found in the bytes; `text` for readable UTF-8 that is nothing else; undefined when unknown
 */
export function judgeEvidence(
  name: string,
  size: number,
  detected: string | undefined,
): { type: string } | { refusal: string } {
  if (size === 0) return { refusal: "The file is empty. Choose another." };
  if (size > maximumEvidenceBytes)
    return { refusal: "The file is larger than 10 MB. Choose a smaller one, or give a link." };
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  const claimed = Object.keys(evidenceTypes).find((type) => ending && evidenceTypes[type]?.includes(ending));
  if (!claimed) return { refusal: `Evidence can be ${kinds}. “${name.slice(0, 80)}” is none of these.` };
  const holds = claimed.startsWith("text/") ? detected === "text" : detected === claimed;
  if (!holds)
    return {
      refusal: `“${name.slice(0, 80)}” is not what its ending says: what is inside is not ${article(ending ?? "")} file. Save it again in its own format, or choose another.`,
    };
  return { type: claimed };
}

function article(ending: string): string {
  return `${/^(x|o)/.test(ending) ? "an" : "a"} .${ending}`;
}

/** True for UTF-8 without control characters and without the look of a web page or a drawing. */
export function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return (
    !/[\u0000-\u0008\u000E-\u001F]/.test(text) &&
    !/<(!doctype|html|svg|script|body|\?xml)/i.test(text.slice(0, 4096))
  );
}
