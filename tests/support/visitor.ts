import type { ActionFunction, AppLoadContext, LoaderFunction } from "@remix-run/node";

type Params = Record<string, string>;

/** What came back, whether it was returned or thrown. */
export type Answer = {
  status: number;
  headers: Headers;
  /** Of a redirect. */
  location: string | null;
  /** Loader or action data; the sentence of a refusal. */
  data: unknown;
};

/**
 * Somebody with a browser that keeps cookies: calls loaders and actions as Remix does, without a server. A module's
 * loader and action are passed as they are: `visitor.send(action, "/sign-in", { email, password })`.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly address = "203.0.113.7",
    private readonly origin = "http://localhost:3000",
  ) {}

  load(loader: unknown, path: string, params: Params = {}): Promise<Answer> {
    return this.call(
      loader as LoaderFunction,
      new Request(this.url(path), { headers: this.headers() }),
      params,
    );
  }

  /** What a file's address answers, byte for byte. */
  async bytes(loader: unknown, path: string, params: Params = {}): Promise<Buffer> {
    const request = new Request(this.url(path), { headers: this.headers() });
    const result = await this.answered(loader as LoaderFunction, request, params);
    if (!(result instanceof Response)) throw new Error("This address answers with no file.");
    return Buffer.from(await result.arrayBuffer());
  }

  send(action: unknown, path: string, fields: Record<string, string>, params: Params = {}): Promise<Answer> {
    const body = new URLSearchParams(fields);
    const request = new Request(this.url(path), { method: "POST", headers: this.headers(), body });
    return this.call(action as ActionFunction, request, params);
  }

  /** The same for a form with a file, which says its size as browsers do. */
  async sendForm(action: unknown, path: string, form: FormData, params: Params = {}): Promise<Answer> {
    const encoded = new Response(form);
    const body = await encoded.clone().arrayBuffer();
    const headers = this.headers();
    headers.set("Content-Type", encoded.headers.get("Content-Type")!);
    headers.set("Content-Length", String(body.byteLength));
    const request = new Request(this.url(path), { method: "POST", headers, body });
    return this.call(action as ActionFunction, request, params);
  }

  /** Somebody else who has got hold of this browser's cookies as they are now. */
  thief(): Visitor {
    const thief = new Visitor(this.address, this.origin);
    for (const [name, pair] of this.cookies) thief.cookies.set(name, pair);
    return thief;
  }

  private async call(
    handler: LoaderFunction | ActionFunction,
    request: Request,
    params: Params,
  ): Promise<Answer> {
    const answer = await read(await this.answered(handler, request, params));
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    return answer;
  }

  /** What was returned or thrown, as it is. */
  private answered(
    handler: LoaderFunction | ActionFunction,
    request: Request,
    params: Params,
  ): Promise<unknown> {
    const context = {
      clientAddress: this.address,
      publicUrl: "http://localhost:3000",
      nonce: "test",
    } satisfies AppLoadContext;
    return Promise.resolve(handler({ request, params, context })).catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
  }

  private keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    if (/max-age=0\b/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, pair);
  }

  private url(path: string): string {
    return this.origin + path;
  }

  private headers(): Headers {
    const headers = new Headers({
      "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    });
    if (this.cookies.size > 0) headers.set("Cookie", [...this.cookies.values()].join("; "));
    return headers;
  }
}

async function read(result: unknown): Promise<Answer> {
  if (result instanceof Response) {
    const { status, headers } = result;
    return { status, headers, location: headers.get("Location"), data: await result.text() };
  }
  const wrapped = result as { type?: unknown; data?: unknown; init?: ResponseInit | null } | null;
  if (wrapped?.type === "DataWithResponseInit") {
    const headers = new Headers(wrapped.init?.headers);
    return { status: wrapped.init?.status ?? 200, headers, location: null, data: wrapped.data };
  }
  return { status: 200, headers: new Headers(), location: null, data: result };
}
