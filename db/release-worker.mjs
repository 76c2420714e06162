// The thread that works out exact-or-hidden figures (release-thread.server.ts). Plain JavaScript, because in a thread of its own
// nothing reads TypeScript until `register` has run.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { workOutRelease } = await import("./release-work.server.ts");
parentPort.postMessage(await workOutRelease(workerData));
