import type { Check } from '../check.ts';
import { told } from '../check.ts';
import type { Probe, ProbeAnswer } from '../probe.ts';

const allows = ({ headers }: ProbeAnswer, { options }: Probe) => {
  const allowed = headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === options.origin
    ? undefined
    : `access-control-allow-origin is ${allowed ?? 'absent'}`;
};

/** Whether a page can reach it at all. */
export const reach: readonly Check[] = [
  {
    title: 'a preflight is answered with the origin and the header content-type',
    level: 'must',
    async run(probe) {
      const answer = await probe.post('', {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
      if (answer.status < 200 || answer.status > 299) return `OPTIONS is answered ${told(answer)}`;
      const names = answer.headers.get('access-control-allow-headers') ?? '';
      return allows(answer, probe) ?? (/\*|content-type/i.test(names) ? undefined : 'content-type is not allowed');
    },
  },
  {
    title: 'an answer, and a refusal as well, may be read by the page',
    level: 'must',
    async run(probe) {
      const taken = await probe.post(probe.submission({ email: probe.email() }));
      return allows(taken, probe) ?? allows(await probe.post({}), probe);
    },
  },
  {
    title: 'the page may read Retry-After',
    level: 'should',
    async run(probe) {
      const { headers } = await probe.post({});
      const names = headers.get('access-control-expose-headers') ?? '';
      return /\*|retry-after/i.test(names) ? undefined : 'access-control-expose-headers lacks retry-after';
    },
  },
  {
    title: 'the ping of the owner’s page is answered, and taken for no sign-up',
    level: 'must',
    async run(probe) {
      const answer = await probe.post({ version: 1, ping: true });
      if (answer.isDocument) return 'answered with a page';
      const isFine = answer.status === 204 || (answer.status >= 400 && answer.status < 500);
      return isFine ? undefined : `answered ${told(answer)}, where 204 or a refusal was due`;
    },
  },
  {
    title: 'what is no POST is refused',
    level: 'should',
    async run(probe) {
      const answer = await probe.post('', { method: 'GET' });
      return answer.status >= 400 && answer.status < 500 ? undefined : `GET is answered ${told(answer)}`;
    },
  },
];
