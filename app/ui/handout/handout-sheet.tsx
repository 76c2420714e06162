import { directionOf, type HandoutContent } from "#app/domain/handout/handout.ts";

type Props = {
  handout: HandoutContent;
  organisation: string;
  /** Twice the size, for paper on the table. */
  large?: boolean;
};

/** The handout itself: English first, then each language in its own direction. */
export function HandoutSheet({ handout, organisation, large = false }: Props) {
  return (
    <div className={large ? "handout handout-large" : "handout"}>
      <ol>
        {handout.behaviours.map((behaviour) => (
          <li key={behaviour}>{behaviour}</li>
        ))}
      </ol>
      {handout.translations.map(({ language, name, title, lines }) => (
        <section
          key={language}
          id={`language-${language}`}
          lang={language}
          dir={directionOf(language)}
          aria-label={name}
        >
          <h2>{title}</h2>
          <ol>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      ))}
      <p className="soft">
        {organisation}, version {handout.version}. Agreed with {handout.agreedWith}.
      </p>
    </div>
  );
}
