/** Plain text as paragraphs: an empty line parts them. Nothing in it is read as markup. */
export function Paragraphs({ text, className }: { text: string; className?: string }) {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part, position) => (
      <p key={position} className={className}>
        {part}
      </p>
    ));
}
