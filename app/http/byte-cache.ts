/** One answer in memory, ready to be sent in each coding. */
export type Kept = {
  /** What it was made from: a slug, or undefined for what any publication may change. */
  slug: string | undefined;
  /** Epoch milliseconds. */
  madeAt: number;
  /** What an ETag is made of. */
  tag: string;
  headers: Record<string, string>;
  /** By Content-Encoding. */
  bodies: Record<"identity" | "gzip" | "br", Buffer>;
};

/** Answers in memory up to a number of bytes; the least recently used go first. */
export class ByteCache {
  private readonly answers = new Map<string, Kept>();
  private bytes = 0;
  /** Grows whenever something was dropped as old: an answer begun before must not be put in after. */
  generation = 0;

  constructor(private readonly limit: number) {}

  get(key: string): Kept | undefined {
    const found = this.answers.get(key);
    if (found) {
      this.answers.delete(key);
      this.answers.set(key, found);
    }
    return found;
  }

  set(key: string, answer: Kept): void {
    this.delete(key);
    this.answers.set(key, answer);
    this.bytes += sizeOf(answer);
    for (const oldest of this.answers.keys()) {
      if (this.bytes <= this.limit) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const found = this.answers.get(key);
    if (!found) return;
    this.answers.delete(key);
    this.bytes -= sizeOf(found);
  }

  /** Drops what this organisation's publication may have changed. */
  dropOf(slug: string): void {
    this.generation += 1;
    for (const [key, answer] of this.answers) {
      if (answer.slug === undefined || answer.slug === slug) this.delete(key);
    }
  }

  clear(): void {
    this.generation += 1;
    this.answers.clear();
    this.bytes = 0;
  }
}

/** What an entry costs besides its bodies, roughly: key, headers, and the objects themselves. */
const OVERHEAD = 2000;

function sizeOf({ bodies }: Kept): number {
  return OVERHEAD + Object.values(bodies).reduce((sum, body) => sum + body.length, 0);
}
