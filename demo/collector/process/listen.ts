import type { FastifyInstance } from 'fastify';
import { giveUp } from './giveUp.ts';

export interface Place {
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
