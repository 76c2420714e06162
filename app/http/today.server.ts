export { today } from "#db/today.server.ts";
