import { createContext, useContext } from "react";

/** This request's nonce while a page is rendered on the server; undefined in the browser, where scripts are there already. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
