import type { WithdrawalReason } from "../record/state.ts";

/** Why words are gone, as a clause after “Reason given:”. */
export const withdrawalWords: Record<WithdrawalReason, string> = {
  "consent-taken-back": "the person whose words they were took their consent back.",
  "erasure-request": "somebody asked for their details to be erased.",
  "harmful-mistake": "they were published by mistake and could harm someone.",
};
