import { deviceName } from "#app/domain/organisation/device.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { auth } from "./auth.server.ts";

export type Device = { id: string; name: string; since: string; thisOne: boolean };

/** Where this person is signed in, this device first, then the newest. The secret tokens stay here. */
export async function listDevices(request: Request, signInId: string): Promise<Device[]> {
  const rows = await auth().api.listSessions({ headers: request.headers });
  return rows
    .map((row) => ({
      id: row.id,
      name: deviceName(row.userAgent),
      since: new Date(row.createdAt).toISOString(),
      thisOne: row.id === signInId,
    }))
    .sort((a, b) => Number(b.thisOne) - Number(a.thisOne) || b.since.localeCompare(a.since));
}

/** @throws Refusal 404 when it is not one of this person's. */
export async function signOutDevice(request: Request, id: string): Promise<void> {
  const rows = await auth().api.listSessions({ headers: request.headers });
  const row = rows.find((one) => one.id === id);
  if (!row) throw Refusal.notFound("device");
  await auth().api.revokeSession({ body: { token: row.token }, headers: request.headers });
}

export async function signOutOtherDevices(request: Request): Promise<void> {
  await auth().api.revokeOtherSessions({ headers: request.headers });
}
