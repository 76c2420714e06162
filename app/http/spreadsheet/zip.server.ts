import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 2000;

export type ZipEntries = ReadonlyMap<string, () => Buffer>;

const broken = () =>
  new RangeError("The file is damaged or is not a spreadsheet. Save it again as .xlsx or CSV.");

/**
 * The entries of a ZIP file by name; each is unpacked when asked for, and never to more than `mostBytes`: a file of a few
 * kilobytes can claim to hold many gigabytes.
 * @throws RangeError in a sentence for the person who chose the file
 */
export function zipEntries(bytes: Buffer, mostBytes: number): ZipEntries {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw broken();
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw broken();
  const entries = new Map<string, () => Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken();
    const [method, size, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name, () => unpack(bytes, { method, size, local }, mostBytes));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(
  bytes: Buffer,
  { method, size, local }: { method: number; size: number; local: number },
  mostBytes: number,
): Buffer {
  if (local + 30 > bytes.length) throw broken();
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (packed.length !== size) throw broken();
  if (method === 0) return packed;
  if (method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
      throw new RangeError(
        "The spreadsheet unpacks to far more than it should. Save only the table you need.",
      );
    throw broken();
  }
}
