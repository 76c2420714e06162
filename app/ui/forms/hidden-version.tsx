/** Which version of the thing this form was filled from, so that a second person's save is noticed. */
export function HiddenVersion({ version, name = "version" }: { version: string | number; name?: string }) {
  return <input type="hidden" name={name} value={version} />;
}
