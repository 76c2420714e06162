import type { ReactNode } from "react";

export type ButtonVariant = "first" | "second" | "danger" | "quiet";

/** The classes of a button; one `first` to a page. */
export function buttonClass(variant: ButtonVariant): string {
  return variant === "first" ? "button" : `button button-${variant}`;
}

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  /** Sent with the form, to tell its buttons apart. */
  name?: string;
  value?: string;
  /** The form it sends, when it stands outside it. */
  form?: string;
  formAction?: string;
  type?: "submit" | "button";
};

/** Sends its form. */
export function Button({ children, variant = "first", type = "submit", ...rest }: ButtonProps) {
  return (
    <button className={buttonClass(variant)} type={type} {...rest}>
      {children}
    </button>
  );
}
