/** Words that stand for anybody. */
const anybody =
  /^(participant|person|people|member|group|volunteer|peer|client|carer|speaker|adviser|advisor|panel|ref|case|seat|guest|parent|young)$/i;
const title = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady)\.?$/i;

/**
 * What a reference seems to give away about a person. A guess from its shape: it cannot know, so that a reference that only
 * looks like a name can be confirmed. An e-mail address is refused elsewhere, always.
 * @returns a sentence; undefined when it looks like a reference
 */
export function personalSign(reference: string): string | undefined {
  const text = reference.normalize("NFKC").trim();
  if (text.includes("@")) return "Use a reference, not an e-mail address: this table should not name people.";
  const digits = text.replace(/\D/g, "");
  if (/^\+?[\d ()-]+$/.test(text) && digits.length >= 9 && digits.length <= 15)
    return "This looks like a telephone number. Use a reference that only you can look up, such as P-014.";
  const words = text.split(/[\s,]+/).filter(Boolean);
  const names = words.filter(
    (word) => /^\p{Lu}[\p{Ll}'’-]+(\p{Lu}\p{Ll}+)?$/u.test(word) && !anybody.test(word),
  );
  const named =
    (words.length > 1 && title.test(words[0]!)) ||
    (names.length === words.length && words.length >= 1 && text.length > 2) ||
    names.length >= 2;
  return named
    ? "This looks like a name. Use a reference that only you can look up, such as P-014, or tick below that it names nobody."
    : undefined;
}
