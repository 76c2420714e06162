/** The first stop of the Tab key on every page. Its target is the shell's `<main id="main">`. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      Skip to the main part
    </a>
  );
}
