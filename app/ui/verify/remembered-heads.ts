import type { KnownHead } from "#app/domain/record/known-head.ts";

/** What the reader lets this browser keep of a record: its name, size, root and key. Nothing about the reader. */
const keyOf = (path: string) => `kept.head ${path}`;

export function rememberedHead(path: string): KnownHead | undefined {
  try {
    const text = localStorage.getItem(keyOf(path));
    return text === null ? undefined : (JSON.parse(text) as KnownHead);
  } catch {
    return undefined;
  }
}

/** Returns whether this browser keeps it now. */
export function rememberHead(path: string, head: KnownHead | undefined): boolean {
  try {
    if (head) localStorage.setItem(keyOf(path), JSON.stringify(head));
    else localStorage.removeItem(keyOf(path));
    return head !== undefined;
  } catch {
    return false;
  }
}
