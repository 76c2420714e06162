import type { NeedAnswer } from "./check.ts";
import type { NeedArea } from "./need.ts";
import type { PersonaState, Provenance } from "./persona.ts";

export const areaNames: Record<NeedArea, string> = {
  "time-and-faith": "Time and faith",
  food: "Food",
  "access-and-mobility": "Access and mobility",
  "communication-and-language": "Communication and language",
  sensory: "Sensory",
  digital: "Digital",
  money: "Money",
  caring: "Caring",
  travel: "Travel",
  safety: "Safety",
  trust: "Trust",
  literacy: "Literacy",
  privacy: "Privacy",
};

export const answerNames: Record<NeedAnswer, string> = {
  met: "Met",
  partly: "Partly met",
  "not-met": "Not met",
  "not-known": "Not known",
  "not-needed": "Not needed",
};

export const personaStateNames: Record<PersonaState, string> = {
  draft: "Draft",
  ready: "Ready",
  "review-due": "Review due",
  withdrawn: "Taken back",
};

export const licenceNames: Record<Provenance["licence"], string> = {
  "CC-BY-4.0": "Creative Commons Attribution 4.0",
  "CC-BY-NC-4.0": "Creative Commons Attribution-NonCommercial 4.0",
  "CC-BY-SA-4.0": "Creative Commons Attribution-ShareAlike 4.0",
  "CC0-1.0": "Creative Commons Zero 1.0 (no rights kept)",
};
