import type { Ping } from '../core/ports.ts';

/**
 * Asks whether the collector answers, without sending it anything of anybody. A browser tells a script nothing about why
 * a request failed; a second one, which may not read its answer, tells "refused" from "not there".
 */
export async function pingCollector(url: string): Promise<Ping> {
  let isBlocked = false;
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    isBlocked ||= event.effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  try {
    const { status, headers } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"version":1,"ping":true}',
      credentials: 'omit',
    });
    return { kind: 'answered', status, contentType: headers.get('content-type') ?? '' };
  } catch {
    const isThere = await fetch(url, { mode: 'no-cors', credentials: 'omit' }).then(
      () => true,
      () => false,
    );
    // The violation is told some turns after the request has failed.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { kind: isBlocked ? 'blocked' : isThere ? 'refused' : 'unreachable' };
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}
