declare module "@remix-run/node" {
  /** What the server hands to every loader and action as `context`. */
  interface AppLoadContext {
    /** For `nonce` on every script tag: the Content-Security-Policy lets no other script run. */
    nonce: string;
    /** The origin that people use, for absolute links. */
    publicUrl: string;
    /** The address of the person's machine; proxies in front are seen through only when TRUST_PROXY says so. */
    clientAddress: string;
  }
}

export type { AppLoadContext } from "@remix-run/node";
