/** One named field (or `form` for the whole) with the sentences that say what is wrong and what to do. */
export type FieldErrors = Record<string, string[]>;

type Detail =
  | { kind: "not-found" }
  | { kind: "forbidden" }
  | { kind: "conflict"; theirs?: unknown }
  | { kind: "invalid"; fields: FieldErrors };

/**
 * A rule or an operation says no. The message is a sentence for the person who asked.
 * `app/http/refuse.server.ts` turns it into 404, 403, 409 or 400; nothing else in the app throws for expected cases.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  private constructor(
    message: string,
    readonly detail: Detail,
  ) {
    super(message);
  }

  /** Also what another organisation's id gets: that a thing exists elsewhere is nobody's business. */
  static notFound(what = "page"): Refusal {
    return new Refusal(`We could not find that ${what}.`, { kind: "not-found" });
  }

  static forbidden(sentence: string): Refusal {
    return new Refusal(sentence, { kind: "forbidden" });
  }

  /** Somebody else saved first, or the state does not allow it any more. `theirs` is what is stored now. */
  static conflict(sentence: string, theirs?: unknown): Refusal {
    return new Refusal(sentence, { kind: "conflict", theirs });
  }

  static invalid(fields: FieldErrors): Refusal {
    const sentences = Object.values(fields).flat();
    return new Refusal(sentences.join(" "), { kind: "invalid", fields });
  }
}
