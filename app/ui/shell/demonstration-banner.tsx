/** Says on every page of an invented organisation that it is one. `name` as it stands in a sentence. */
export function DemonstrationBanner({ name }: { name: string }) {
  return (
    <aside className="banner" aria-label="Demonstration">
      <p className="banner-inside">
        <b>Demonstration.</b> {name} is invented. Nothing here describes a real organisation.
      </p>
    </aside>
  );
}
