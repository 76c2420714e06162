import { describe, expect, test } from "vitest";
import { welcome } from "#app/server/welcome.ts";
import { useServer } from "#tests/support/server-app.ts";

const { start } = useServer();

describe("forwarded headers", () => {
  const forged = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.9",
    forwarded: "host=evil.example",
  };

  test("are believed from nobody by default", async () => {
    const { ask } = await start();
    const told = JSON.parse((await ask("/", { headers: forged })).body) as Record<string, string>;
    expect(told.url).not.toContain("evil.example");
    expect(told.clientAddress).toBe("127.0.0.1");
    expect(told.forwarded).toBe("127.0.0.1");
  });

  test("give the person's address when TRUST_PROXY says that a proxy stands in front", async () => {
    const { ask } = await start({
      trustProxy: 1,
      publicUrl: "https://kept.example.org",
      publicUrlGiven: true,
    });
    const told = JSON.parse((await ask("/", { headers: forged })).body) as Record<string, string>;
    expect(told.clientAddress).toBe("203.0.113.9");
    expect(new URL(told.url!).host).toBe("kept.example.org");
  });
});

describe("behind a proxy that speaks https, without PUBLIC_URL", () => {
  const overHttps = { headers: { "x-forwarded-proto": "https", "x-forwarded-host": "kept.example.org" } };

  test("cookies are for encrypted connections alone, and encryption is insisted on", async () => {
    const { ask } = await start({ trustProxy: 1 });
    const { headers } = await ask("/cookie", overHttps);
    expect(headers["set-cookie"]).toEqual(["a=b; Path=/; HttpOnly; Secure"]);
    expect(headers["strict-transport-security"]).toContain("max-age=31536000");
    expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  });

  test("a request that came in clear keeps its cookie", async () => {
    const { ask } = await start({ trustProxy: 1 });
    for (const headers of [{}, { "x-forwarded-proto": "http" }]) {
      const answer = await ask("/cookie", { headers });
      expect(answer.headers["set-cookie"]).toEqual(["a=b; Path=/; HttpOnly"]);
      expect(answer.headers["strict-transport-security"]).toBeUndefined();
    }
  });

  test("nobody's word for it counts when no proxy is there", async () => {
    const { headers } = await (await start()).ask("/cookie", overHttps);
    expect(headers["set-cookie"]).toEqual(["a=b; Path=/; HttpOnly"]);
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test("its own pages may change something, and others may not", async () => {
    const { ask } = await start({ trustProxy: 1 });
    const from = (origin: string) => ({
      method: "POST",
      body: "words",
      headers: { ...overHttps.headers, origin },
    });
    expect((await ask("/", from("https://kept.example.org"))).status).toBe(200);
    expect((await ask("/", from("http://kept.example.org"))).status).toBe(403);
  });
});

describe("the last words of a start", () => {
  const words = { address: "http://localhost:3000", signIns: [], empty: true };

  test("say that letters would lead nowhere when a proxy stands in front and PUBLIC_URL is not set", () => {
    expect(welcome({ ...words, addressIsGuessed: true })).toContain(
      "PUBLIC_URL is not set, so the links in letters lead to http://localhost:3000.",
    );
    expect(welcome({ ...words, addressIsGuessed: false })).not.toContain("PUBLIC_URL");
  });

  test("ask for haste where anybody could come first, and for nothing once there is an organisation", () => {
    const words = { signIns: [], addressIsGuessed: false };
    const open = welcome({ ...words, address: "https://kept.example.org", empty: true });
    expect(open).toContain("whoever comes first is the owner");
    const here = welcome({ ...words, address: "http://localhost:3000", empty: true });
    expect(here).toContain("Open it to set up");
    expect(here).not.toContain("whoever comes first");
    expect(welcome({ ...words, address: "http://localhost:3000", empty: false })).not.toContain("set up");
  });
});
