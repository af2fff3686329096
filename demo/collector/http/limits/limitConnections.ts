import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressKeys } from './addressKey.ts';

/** Of all connections: what one address may hold, and what one network may. */
const ofOneAddress = 1 / 20;
const ofOneNetwork = 1 / 5;

/**
 * Bounds how many connections a server holds: in all, and of one client where clients connect themselves. What is too much is
 * closed at once, before anything of it is read.
 *
 * @param isDirect false behind a proxy, whose connections are everybody's
 */
export function limitConnections(server: Server, most: number, isDirect: boolean): void {
  server.maxConnections = most;
  if (!isDirect) return;
  const held = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { address, network } = addressKeys(socket.remoteAddress ?? '');
    const places = [
      [address, Math.max(1, Math.floor(most * ofOneAddress))],
      [network, Math.max(1, Math.floor(most * ofOneNetwork))],
    ] as const;
    if (places.some(([key, allowed]) => (held.get(key) ?? 0) >= allowed)) {
      socket.destroy();
      return;
    }
    for (const [key] of places) held.set(key, (held.get(key) ?? 0) + 1);
    socket.once('close', () => {
      for (const [key] of places) {
        const left = (held.get(key) ?? 1) - 1;
        if (left > 0) held.set(key, left);
        else held.delete(key);
      }
    });
  });
}
