/** Plain text as it was typed: an empty line begins a paragraph, a single line end stays one. */
export function Paragraphs({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    <p key={index} className="as-typed">
      {paragraph}
    </p>
  ));
}
