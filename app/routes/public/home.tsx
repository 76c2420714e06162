import type { MetaFunction } from "@remix-run/node";

export const meta: MetaFunction = () => [{ title: "Kept" }];

export default function Home() {
  return (
    <main>
      <h1>Promises kept, and a record kept.</h1>
    </main>
  );
}
