import type { Delivery, Exclusively } from '../core/submission/delivery.ts';
import { readAnswer } from '../core/submission/readAnswer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { acknowledge } from '../sending/acknowledge.ts';
import { createDelivery } from '../sending/delivery.ts';
import { createQueue } from '../sending/queue.ts';
import type { Runtime, StorageConsent } from '../signup/page.ts';
import { writeCookiesOf } from './cookies.ts';
import { idOf, runtimeOf, submissionOf } from './fixtures.ts';
import { type MemoryAnswer, MemoryCollector, MemoryPlatform } from './memoryPlatform.ts';

export const url = 'https://collect.example.com/v1/submissions';

interface About {
  readonly permission?: StorageConsent;
  readonly answers?: (MemoryAnswer | Promise<MemoryAnswer>)[];
  readonly browser?: MemoryPlatform;
  readonly exclusively?: Exclusively;
  /** The file that sends again cannot be fetched. */
  readonly lacksQueue?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** Milliseconds. */
  readonly keepFor?: number;
  /** In place of the real one. */
  readonly acknowledge?: typeof acknowledge;
}

/** A page with a delivery on it. The random number is 0.5, so that the first retry is due in half a second. */
export class DeliveryPage {
  readonly platform: MemoryPlatform;
  readonly runtime: Runtime;
  readonly collector: MemoryCollector;
  readonly delivery: Delivery;
  /** How often what sends again was fetched. */
  fetched = 0;
  /** What became of submissions that no form waits for. */
  readonly late: [id: string, kind: string][] = [];

  constructor(about: About = {}) {
    this.platform = new MemoryPlatform({
      ...(about.browser ? { browser: about.browser } : {}),
      ...(about.now ? { now: about.now } : {}),
    });
    writeCookiesOf(this.platform);
    this.runtime = runtimeOf(this.platform, about.permission ?? 'open');
    this.collector = new MemoryCollector(...(about.answers ?? []));
    this.delivery = createDelivery({
      runtime: this.runtime,
      acknowledge: (submission, answer) => (about.acknowledge ?? acknowledge)(this.runtime, submission, answer),
      deliver: async (to, submission, { keepalive }) => {
        const raw = await this.collector.post({
          url: to,
          body: JSON.stringify(submission),
          timeout: 10_000,
          keepalive,
        });
        return readAnswer(raw, this.platform.now());
      },
      loadQueue: async () => {
        this.fetched += 1;
        if (about.lacksQueue) throw new Error('the file is not there');
        return (sent) => createQueue(sent, about.exclusively ?? ((task) => task()));
      },
      onLeave: this.platform.onLeave,
      onWake: this.platform.onWake,
      random: () => 0.5,
      onLate: ({ id }, { kind }) => this.late.push([id, kind]),
      keepFor: about.keepFor ?? 86_400_000,
    });
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
