import { describe, expect, it } from "vitest";
import { isPlainText, judgeEvidence, maximumEvidenceBytes } from "#app/domain/commitment/evidence-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a file offered as evidence", () => {
  it("is taken when its content is what its ending says, in any case", () => {
    expect(judgeEvidence("Report.PDF", 10, "application/pdf")).toEqual({ type: "application/pdf" });
    expect(judgeEvidence("photo.jpeg", 10, "image/jpeg")).toEqual({ type: "image/jpeg" });
    expect(judgeEvidence("figures.csv", 10, "text")).toEqual({ type: "text/csv" });
  });

  it("is refused with a sentence when its ending lies", () => {
    const refused = judgeEvidence("photo.png", 10, "application/pdf");
    expect(refused).toEqual({ refusal: expect.stringContaining("“photo.png” is not what its ending says") });
    expect(judgeEvidence("notes.txt", 10, "application/x-msdownload")).toHaveProperty("refusal");
    expect(judgeEvidence("notes.txt", 10, undefined)).toHaveProperty("refusal");
  });

  it("is refused when it could carry a script, whatever is inside", () => {
    for (const name of ["page.html", "drawing.svg", "macro.docm", "tool.exe", "noending", "archive.pdf.zip"])
      expect(judgeEvidence(name, 10, "application/pdf"), name).toEqual({
        refusal: expect.stringContaining("Evidence can be"),
      });
  });

  it("is refused when empty, and taken up to 10 MB", () => {
    expect(judgeEvidence("a.pdf", 0, "application/pdf")).toHaveProperty("refusal");
    expect(judgeEvidence("a.pdf", maximumEvidenceBytes, "application/pdf")).toHaveProperty("type");
    expect(judgeEvidence("a.pdf", maximumEvidenceBytes + 1, "application/pdf")).toEqual({
      refusal: expect.stringContaining("10 MB"),
    });
  });
});

describe("plain text", () => {
  it("is UTF-8 without control characters", () => {
    expect(isPlainText(bytes("name,count\nŁódź,3\n"))).toBe(true);
    expect(isPlainText(new Uint8Array([0xff, 0xfe, 0x41]))).toBe(false);
    expect(isPlainText(bytes("a\u0000b"))).toBe(false);
  });

  it("is not a web page or a drawing with another ending", () => {
    expect(isPlainText(bytes("  <!DOCTYPE html><p>"))).toBe(false);
    expect(isPlainText(bytes("<svg onload='x'>"))).toBe(false);
    expect(isPlainText(bytes("a < b, b > c"))).toBe(true);
  });
});
