import { Notice } from "../data/notice.tsx";

type Props = { undrawable: { languages: string[]; signs: string[] } };

/** What the PDF leaves out, and where it can be printed all the same. */
export function UndrawableNotice({ undrawable: { languages, signs } }: Props) {
  if (languages.length + signs.length === 0) return null;
  return (
    <Notice kind="info">
      <p>
        {languages.length > 0
          ? `The PDF has no letters for ${languages.join(", ")}, and leaves it out. `
          : ""}
        {signs.length > 0 ? `In the PDF, [?] stands for ${signs.join(" ")}. ` : ""}
        This page has all of it: print it from your browser.
      </p>
    </Notice>
  );
}
