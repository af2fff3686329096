import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Submission } from '../../../widget/index.ts';

/** What happens to one submission on its way. */
export interface Fault {
  /** Whether the collector gets it, and its answer is thrown away. */
  readonly isTaken?: boolean;
  /** The preflight is refused, so that a browser never posts. */
  readonly refusesPreflight?: boolean;
  /** What the browser gets; the collector's own answer where there is nothing. */
  answer?(response: ServerResponse): void | Promise<void>;
}

// A browser posts again by itself where a connection that it has used before breaks; here every request has its own.
const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  connection: 'close',
};

/**
 * A proxy between a browser and its collector that fails as configured, one fault for each submission, and then works.
 */
export class FaultyWay {
  /** Ids as they were posted, and as the collector acknowledged them to the browser. */
  readonly posted: string[] = [];
  readonly acknowledged: string[] = [];
  #faults: Fault[] = [];

  constructor(private readonly collector: string) {}

  goesWrong(...faults: Fault[]): void {
    this.#faults = faults;
  }

  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'OPTIONS') {
      if (this.#faults[0]?.refusesPreflight) {
        this.#faults.shift();
        response.writeHead(403).end();
      } else {
        response
          .writeHead(204, { ...cors, 'access-control-allow-headers': 'content-type', 'access-control-max-age': '0' })
          .end();
      }
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { id } = JSON.parse(body) as Submission;
    this.posted.push(id);
    const fault = this.#faults.shift();
    const taken = !fault || fault.isTaken ? await this.#pass(body) : undefined;
    if (fault?.answer) return fault.answer(response);
    if (!taken) throw new Error('a fault answers, or lets the collector answer');
    if (taken.status < 300) this.acknowledged.push(id);
    response.writeHead(taken.status, { ...cors, 'content-type': 'application/json' }).end(taken.text);
  };

  async #pass(body: string): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await fetch(this.collector, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  }
}

/** Answers that no collector should give. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, { ...cors, ...headers }).end();
  };

export const page =
  (code: number) =>
  (response: ServerResponse): void => {
    response.writeHead(code, { ...cors, 'content-type': 'text/html' }).end('<!doctype html><h1>Back soon</h1>');
  };

/** The connection breaks. */
export const drop = (response: ServerResponse): void => {
  response.socket?.destroy();
};

/** The answer breaks off in the middle. */
export const truncate = (response: ServerResponse): void => {
  response.writeHead(200, { ...cors, 'content-type': 'application/json', 'content-length': '200' });
  response.write('{"outcome":"acc');
  setImmediate(() => response.socket?.destroy());
};

/** An answer that the browser may not read. */
export const withoutCors = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"outcome":"accepted"}');
};
