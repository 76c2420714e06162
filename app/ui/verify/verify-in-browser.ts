import { parseRecordFile } from "#app/domain/record/record-file.ts";
import { verifyRecord, type Verification } from "#app/domain/record/verify.ts";
import { rememberedHead, rememberHead } from "./remembered-heads.ts";
import { webCrypto } from "./web-crypto.ts";

/**
 * Checks a record in the reader's own browser: the script of one page. It finds its place by `data-verify`, the address of
 * the record file, and shows there what held.
 */
const place = document.querySelector<HTMLElement>("[data-verify]");
const button = place?.querySelector("button");
const result = place?.querySelector<HTMLElement>("[data-result]");
const remember = place?.querySelector<HTMLInputElement>("input");

if (place && button && result && remember) {
  const address = place.dataset.verify ?? "";
  remember.checked = rememberedHead(address) !== undefined;
  remember.addEventListener("change", () => {
    if (!remember.checked) rememberHead(address, undefined);
  });
  button.addEventListener("click", async () => {
    button.disabled = true;
    show(result, "checking", "Checking…");
    try {
      const { outcome, line, findings, head } = await check(address);
      show(
        result,
        outcome,
        line,
        findings.map(({ detail }) => detail),
      );
      if (head && remember.checked) rememberHead(address, head);
    } catch (error) {
      show(
        result,
        "failed",
        `The check could not be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    button.disabled = false;
  });
  place.hidden = false;
}

async function check(address: string): Promise<Verification> {
  if (!globalThis.crypto?.subtle) throw new Error("this browser checks only what comes over https.");
  const response = await fetch(address, { cache: "no-store" });
  if (!response.ok) throw new Error(`the record was not sent (${response.status}).`);
  const parsed = parseRecordFile(await response.text());
  if ("faults" in parsed) throw new Error(parsed.faults.slice(0, 3).join(" "));
  const known = rememberedHead(address);
  return verifyRecord(parsed.file, webCrypto, known ? [known] : []);
}

function show(into: HTMLElement, outcome: string, line: string, details: readonly string[] = []): void {
  const sentence = document.createElement("p");
  sentence.append(line);
  const list = document.createElement("ul");
  list.append(
    ...details.slice(0, 100).map((detail) => {
      const item = document.createElement("li");
      item.append(detail);
      return item;
    }),
  );
  into.dataset.result = outcome;
  into.replaceChildren(sentence, ...(details.length > 0 ? [list] : []));
}
