/** One choice. `hint` says what choosing it means. */
export type Option = { value: string; label: string; hint?: string };
