/** Something outside the program keeps it from starting. The message is one for the person who starts it: what, why, what to do. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
