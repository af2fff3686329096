import type { Adapter } from '../adapter.ts';
import { entryFor } from './entryFor.ts';
import { manifest } from './manifest.ts';

/** How sign-ups are passed to a tag manager. */
export interface DataLayerOptions {
  /**
   * What the container calls its list.
   * @default 'dataLayer'
   */
  readonly name?: string | undefined;
  /**
   * Also passes the email, the number and the extra fields to every tag of the container. Without it a tag learns only that somebody
   * signed up.
   * @default false
   */
  readonly includeContact?: boolean | undefined;
}

/** Pushes one event for each sign-up into a tag manager's data layer. */
export function dataLayer(options: DataLayerOptions = {}): Adapter {
  const { name = 'dataLayer', includeContact = false } = options;
  return {
    // Without it nothing personal is passed on.
    manifest: { ...manifest, carriesFields: includeContact },
    url: `dataLayer:${name}`,
    linksBy: manifest.linksBy,
    options: { name: options.name, includeContact: options.includeContact },
    async deliver(submission, { page, granted }) {
      const globals = page as Record<string, { push?: unknown } | undefined>;
      // An element with this id is no list.
      if (typeof globals[name]?.push !== 'function') globals[name] = [];
      (globals[name] as unknown[]).push(entryFor(submission, granted, includeContact));
      return { kind: 'taken', receipt: { outcome: 'unknown' } };
    },
  };
}
