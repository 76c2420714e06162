import type { ReactNode } from "react";
import { buttonClass, type ButtonVariant } from "./button.tsx";

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  children,
  variant = "first",
}: {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
}) {
  return (
    <a className={buttonClass(variant)} href={href}>
      {children}
    </a>
  );
}
