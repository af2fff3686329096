import type { FastifyInstance } from 'fastify';

/** Milliseconds that requests under way have to end by themselves. */
const patience = 10_000;

/** Ends in good order: nothing new is taken, what is under way is answered, and then the data is closed. */
export function endOnSignal(app: FastifyInstance, closeData: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      if (isStopping) return;
      isStopping = true;
      setTimeout(() => app.server.closeAllConnections(), patience).unref();
      await app.close();
      await closeData();
      process.exit(0);
    });
  }
}
