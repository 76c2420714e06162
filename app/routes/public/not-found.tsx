import { Refusal } from "#app/domain/refusal.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";

/** Every address that no other route knows. */
export const loader = () => {
  throw refusalResponse(Refusal.notFound());
};

export default function NotFound() {
  return null;
}
