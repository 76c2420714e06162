import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";

type FileFieldProps = Omit<FieldProps, "defaultValue" | "autoComplete"> & {
  /** As the `accept` attribute; the server looks at the contents. */
  accept?: string;
};

/** A file; its form needs `encType="multipart/form-data"`. A browser never shows a chosen file again: say so in the hint. */
export function FileField({ accept, ...field }: FileFieldProps) {
  return (
    <FieldFrame {...field}>
      <input {...controlProps(field)} className="input" type="file" accept={accept} />
    </FieldFrame>
  );
}
