import { Problem } from '../problem.ts';
import { acquaintance } from './acquaintance.ts';
import { addressKeys } from './addressKey.ts';
import { type TakeToken, tokenBuckets } from './tokenBuckets.ts';

/** Requests a minute; 0 counts nothing. */
export interface Limits {
  readonly perAddress: number;
  /** Of a /24 or a /48. */
  readonly perNetwork: number;
  readonly perStore: number;
}

export interface Counters {
  /** @throws {Problem} 429 where this address, or its network, has asked too often */
  address(address: string): void;
  /** @throws {Problem} 429 where everybody together has asked too often for this store, or this address's provider alone */
  store(name: string, address: string): void;
}

/** Of a store's bucket: for networks that were there before. What is new comes last once the rest is used up. */
const keptForKnown = 1 / 2;
/** Of a store's requests: what comes from one provider. Less than is there for who is new, or it could use up all of that. */
const mostOfOneProvider = 1 / 3;

/** Counts in this process: several of them, or a restarted one, count anew. */
export function openLimits(limits: Limits | undefined, now: () => number): Counters {
  const { perAddress = 0, perNetwork = 0, perStore = 0 } = limits ?? {};
  const byAddress = buckets(perAddress);
  const byNetwork = buckets(perNetwork);
  const byStore = buckets(perStore);
  const byProvider = buckets(Math.max(Math.min(1, perStore), perStore * mostOfOneProvider));
  const knownTo = acquaintance();
  return {
    address(address) {
      // A key is several hashes: none where nothing is counted.
      if (perAddress + perNetwork === 0) return;
      const keys = addressKeys(address);
      refuseFor(byAddress(keys.address, now()));
      refuseFor(byNetwork(keys.network, now()));
    },
    store(name, address) {
      if (perStore === 0) return;
      const { network, provider } = addressKeys(address);
      refuseFor(byProvider(`${name} ${provider}`, now()));
      const kept = perStore * keptForKnown * (1 - knownTo(network, now()));
      refuseFor(byStore(name, now(), kept));
    },
  };
}

function buckets(perMinute: number): TakeToken {
  return perMinute === 0 ? () => 0 : tokenBuckets(perMinute);
}

function refuseFor(seconds: number): void {
  if (seconds > 0) throw new Problem(429, 'Too many at once', {}, seconds);
}
