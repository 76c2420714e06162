/** What came back, redirects not followed. */
export type WebAnswer = { status: number; location: string | null; headers: Headers; text: string };

/** Somebody with a browser that keeps cookies and runs no scripts, talking to a running app over HTTP. */
export class WebPerson {
  private readonly cookies = new Map<string, string>();

  /** @param always headers of every request: a proxy's word on where it comes from */
  constructor(
    private readonly origin: string,
    private readonly always: () => Record<string, string> = () => ({}),
  ) {}

  get(path: string): Promise<WebAnswer> {
    return this.ask(path, {});
  }

  /** Sends a form as a browser does. `headers` replace its own: `{ Origin: "https://evil.example" }`. */
  post(
    path: string,
    fields: [string, string][] | FormData,
    headers: Record<string, string> = { Origin: this.origin },
  ): Promise<WebAnswer> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.ask(path, { method: "POST", body, headers });
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post("/sign-in", [
      ["email", email],
      ["password", password],
    ]);
    if (answer.status !== 302 && answer.status !== 303)
      throw new Error(`${email} could not sign in: ${answer.status} ${answer.text.slice(0, 300)}`);
  }

  /** What a real browser has to bring along to be the same person. */
  cookiesFor(url: string): { name: string; value: string; url: string }[] {
    return [...this.cookies.values()].map((pair) => {
      const [name = ""] = pair.split("=");
      return { name, value: pair.slice(name.length + 1), url };
    });
  }

  private async ask(path: string, init: RequestInit): Promise<WebAnswer> {
    const headers = new Headers({ ...this.always(), ...(init.headers as Record<string, string>) });
    if (this.cookies.size > 0) headers.set("Cookie", [...this.cookies.values()].join("; "));
    const response = await fetch(new URL(path, this.origin), { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return {
      status: response.status,
      location: response.headers.get("Location"),
      headers: response.headers,
      text: await response.text(),
    };
  }

  private keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    if (/max-age=0\b/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, pair);
  }
}
