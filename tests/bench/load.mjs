// Sixteen connections kept busy for a second, from a thread of their own: asking must not slow the answering.
import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

const { port, path } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const began = performance.now();
let answered = 0;

const one = () =>
  new Promise((resolve, reject) => {
    request({ agent, port, path }, (response) => {
      response.resume().once("end", () => {
        answered += 1;
        resolve();
      });
    })
      .once("error", reject)
      .end();
  });

await Promise.all(
  Array.from({ length: 16 }, async () => {
    while (performance.now() - began < 1000) await one();
  }),
);
agent.destroy();
parentPort.postMessage((answered * 1000) / (performance.now() - began));
