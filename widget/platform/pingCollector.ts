import type { Ping } from '../core/ports.ts';

/**
 * Asks whether the collector answers, without sending personal data. A browser does not tell a script why a request
 * failed; a second request, which may not read its answer, distinguishes "refused" from "not there".
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
    // The violation is reported some turns after the request has failed.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { kind: isBlocked ? 'blocked' : isThere ? 'refused' : 'unreachable' };
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}
