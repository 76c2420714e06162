import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { zipSync, strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inScope } from "#db/client.server.ts";
import { listCommitmentPublishables } from "#db/commitment-publishables.server.ts";
import { adopt } from "#db/commitment.server.ts";
import {
  addEvidence,
  listEvidence,
  openEvidence,
  requireEvidence,
  shareEvidence,
} from "#db/evidence.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

useDatabase();
const today = "2026-11-20";
const before = process.env.KEPT_DATA;
let folder: string;
let ours: GivenOrganisation;
let commitment: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-evidence-"));
  process.env.KEPT_DATA = folder;
  ours = await givenOrganisation();
  commitment = await adopt(
    ours.scope,
    { title: "t", what: "w", answerable: "a", forWhom: "f", startOn: "2026-01-01", dueOn: "2026-12-31" },
    today,
  );
});
afterAll(async () => {
  if (before === undefined) delete process.env.KEPT_DATA;
  else process.env.KEPT_DATA = before;
  await rm(folder, { recursive: true, force: true });
});

const pdf = { name: "report.pdf", bytes: strToU8("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") };
const kindOf = (kind: string) => ({ detail: { kind } });

/** The smallest package that a word processor's file is recognised by. */
const docx = {
  name: "minutes.docx",
  bytes: zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "word/document.xml": strToU8("<w:document/>"),
  }),
};

describe("evidence", () => {
  it("is stored under its hash, once, and read back unchanged", async () => {
    const sha256 = createHash("sha256").update(pdf.bytes).digest("hex");
    for (const title of ["First", "The same again"])
      await addEvidence(ours.scope, commitment, { title, shared: "no" }, today, pdf);
    expect(await readdir(join(folder, "evidence", sha256.slice(0, 2)))).toEqual([sha256]);
    const opened = await openEvidence(sha256);
    expect(opened?.size).toBe(pdf.bytes.length);
    expect(await text(opened!.stream())).toBe(Buffer.from(pdf.bytes).toString());
  });

  it("can be an office document, and keeps only the last part of a path as its name", async () => {
    const file = { ...docx, name: "C:\\Users\\x\\min\u202Eutes.docx" };
    const id = await addEvidence(ours.scope, commitment, { title: "Minutes", shared: "yes" }, today, file);
    expect(await requireEvidence(ours.scope, commitment, id)).toMatchObject({
      fileName: "minutes.docx",
      fileType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    });
  });

  it("is refused by its content, not its name", async () => {
    const lies = [
      { name: "photo.png", bytes: pdf.bytes },
      { name: "report.pdf", bytes: strToU8("<html><script>1</script></html>") },
      { name: "notes.txt", bytes: strToU8("<svg onload='1'/>") },
      { name: "minutes.docx", bytes: zipSync({ "a.txt": strToU8("x") }) },
      { name: "page.html", bytes: strToU8("<p>") },
      { name: "empty.pdf", bytes: new Uint8Array() },
    ];
    for (const file of lies)
      await expect(
        addEvidence(ours.scope, commitment, { title: "t", shared: "no" }, today, file),
        file.name,
      ).rejects.toMatchObject({ detail: { kind: "invalid", fields: { file: [expect.any(String)] } } });
  });

  it("is a link or a file, and a link begins with http", async () => {
    const input = { title: "t", shared: "no" as const };
    await expect(addEvidence(ours.scope, commitment, input, today)).rejects.toMatchObject(kindOf("invalid"));
    const link = { ...input, url: "https://example.org/minutes" };
    await expect(addEvidence(ours.scope, commitment, link, today, pdf)).rejects.toMatchObject(
      kindOf("invalid"),
    );
    const script = { ...input, url: "javascript:alert(1)" };
    await expect(addEvidence(ours.scope, commitment, script, today)).rejects.toMatchObject(kindOf("invalid"));
    await addEvidence(ours.scope, commitment, link, today);
    expect((await listEvidence(ours.scope, commitment)).some((row) => row.url === link.url)).toBe(true);
  });

  it("goes out only when it was meant to", async () => {
    const id = await addEvidence(ours.scope, commitment, { title: "Private", shared: "no" }, today, pdf);
    const published = async () =>
      (await inScope(ours.scope, (tx) => listCommitmentPublishables(tx, ours.scope))).map(
        (one) => one.subject,
      );
    expect(await published()).not.toContain(`evidence:${id}`);
    await shareEvidence(ours.scope, commitment, id, today);
    expect(await published()).toContain(`evidence:${id}`);
  });

  it("is out of another organisation's reach, and a reviewer's hands", async () => {
    const id = await addEvidence(ours.scope, commitment, { title: "Ours", shared: "yes" }, today, pdf);
    const theirs = await givenOrganisation({ name: "Quarry Bank" });
    await expect(requireEvidence(theirs.scope, commitment, id)).rejects.toMatchObject(kindOf("not-found"));
    await expect(shareEvidence(theirs.scope, commitment, id, today)).rejects.toMatchObject(
      kindOf("not-found"),
    );
    const input = { title: "t", shared: "no" as const };
    await expect(addEvidence(theirs.scope, commitment, input, today, pdf)).rejects.toMatchObject(
      kindOf("not-found"),
    );
    const reviewer = await givenMember(ours, "reviewer");
    await expect(addEvidence(reviewer, commitment, input, today, pdf)).rejects.toMatchObject(
      kindOf("forbidden"),
    );
  });

  it("opens nothing for a name that is no hash", async () => {
    expect(await openEvidence("../../etc/passwd")).toBeUndefined();
    expect(await openEvidence("a".repeat(64))).toBeUndefined();
  });
});
