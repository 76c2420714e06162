import { createContext } from "react";

/** Told once the page shows what is wrong with a form. Its title then begins with "Error: ", which screen readers say first. */
export const ErrorsShown = createContext<() => void>(() => undefined);
