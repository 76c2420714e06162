import type { ReactNode } from "react";
import { Button } from "../forms/button.tsx";

type FilterBarProps = {
  /** What is filtered: "Find a journey". */
  label: string;
  /** Fields whose values go into the address. */
  children: ReactNode;
  /** The address without filters, offered when some are set. */
  clear?: string;
  submit?: string;
};

/** Filters as an ordinary GET form: the address holds them, so that a view can be kept and sent. */
export function FilterBar({ label, children, clear, submit = "Show" }: FilterBarProps) {
  return (
    <form className="filters" method="get" role="search" aria-label={label} noValidate>
      {children}
      <Button variant="second">{submit}</Button>
      {clear ? (
        <a className="button button-quiet" href={clear}>
          Clear
        </a>
      ) : null}
    </form>
  );
}
