import type { Remembering } from '../context.ts';
import type { Delivery } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { createDelivery } from '../delivery.ts';
import { type MemoryAnswer, MemoryCollector, MemoryPlatform } from '../platform/memory.ts';
import * as memory from '../remember.ts';
import type { Gate, Runtime } from '../runtime.ts';
import { writeCookiesOf } from './cookies.ts';
import { idOf, runtimeOf, submissionOf } from './fixtures.ts';

export const url = 'https://collect.example.com/v1/submissions';

interface About {
  readonly gate?: Gate;
  readonly answers?: (MemoryAnswer | Promise<MemoryAnswer>)[];
  readonly browser?: MemoryPlatform;
  /** What of remembering is another than the real. */
  readonly memory?: Partial<Remembering>;
}

/** A page with a delivery on it. Chance stands in the middle, so that the first retry is due in half a second. */
export class DeliveryPage {
  readonly platform: MemoryPlatform;
  readonly runtime: Runtime;
  readonly collector: MemoryCollector;
  readonly delivery: Delivery;
  /** What became of submissions that no form waits for. */
  readonly late: [id: string, kind: string][] = [];

  constructor(about: About = {}) {
    this.platform = new MemoryPlatform(about.browser ? { browser: about.browser } : {});
    writeCookiesOf(this.platform);
    this.runtime = runtimeOf(this.platform, about.gate ?? 'open');
    this.collector = new MemoryCollector(...(about.answers ?? []));
    this.delivery = createDelivery(
      this.runtime,
      { ...memory, ...about.memory },
      this.collector.post,
      this.platform.onLeave,
      () => 0.5,
      ({ id }, { kind }) => this.late.push([id, kind]),
    );
  }

  send(serial: number, about: Partial<Submission> = {}) {
    return this.delivery.send(url, submissionOf({ id: idOf(serial), ...about }));
  }

  /** Serial numbers of what was posted, in order. */
  get posted(): number[] {
    return this.collector.bodies<Submission>().map(serialOf);
  }

  /** Serial numbers of what the browser keeps. */
  get kept(): number[] {
    const text = this.platform.local.entries.get(this.runtime.keys.outbox);
    const entries = JSON.parse(text ?? '[]') as { submission: Submission }[];
    return entries.map(({ submission }) => serialOf(submission));
  }
}

function serialOf({ id }: Submission): number {
  return Number(id.slice(-12));
}
