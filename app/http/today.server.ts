export { londonToday as today } from "#db/today.server.ts";
