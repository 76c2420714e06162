// Another app on the same data folder: starts the database, says what it found, and ends as told ("kill" or "stop").
import { startEmbedded } from "../../db/embedded.server.ts";

const [dataFolder, end] = process.argv.slice(2);
const { reused, stop } = await startEmbedded({ dataFolder });
console.log(JSON.stringify({ reused }));
if (end === "kill") process.kill(process.pid, "SIGKILL");
await stop();
