import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary.tsx";

type FormProps = {
  children: ReactNode;
  action?: string;
  id?: string;
  /** True for a form with a `FileField`. */
  files?: boolean;
  errors?: Record<string, string[]>;
};

/**
 * A form that posts, with the summary of its errors above. The browser's own checks are off: the server's sentences say
 * more, and say it in one place.
 */
export function Form({ children, action, id, files = false, errors }: FormProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <form
        className="form"
        method="post"
        action={action}
        id={id}
        noValidate
        encType={files ? "multipart/form-data" : undefined}
      >
        {children}
      </form>
    </>
  );
}
