import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What the environment says, or an end with the sentence that tells what is wrong with it. */
export function orGiveUp<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

/** Ends with one sentence for whoever started it. */
export function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Whether a server could listen on this port; 0 always can. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

interface Place {
  readonly port: number;
  /** @default every interface */
  readonly host?: string | undefined;
  /** What to say where the port is somebody else's. */
  readonly taken: string;
}

/** Listens, or ends with one sentence. Answers the port: 0 takes any. */
export async function listen(app: FastifyInstance, { port, host, taken }: Place): Promise<number> {
  try {
    // Every interface, as IPv6 with IPv4 in it where there is both: "localhost" may be either.
    await app.listen({ port, host: host ?? '::' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EAFNOSUPPORT' || host !== undefined) throw error;
      return app.listen({ port, host: '0.0.0.0' });
    });
  } catch (error) {
    giveUp((error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? taken : `The server cannot listen: ${error}`);
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

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

/** Requests go to one stream and failures to the other, so that whoever looks for failures need not read every request. */
export function log(line: string): void {
  if (/^(error|warning)\b/.test(line)) console.error(line);
  else console.log(line);
}
