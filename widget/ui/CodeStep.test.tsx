import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { openingCode } from '../core/flow/codeStep.ts';
import { en } from '../locales/en/strings.ts';
import { CodeStep, type CodeStepProps } from './CodeStep.tsx';

const actions = { typedCode() {}, confirm() {}, resend() {}, later() {} };
const panel = { kind: 'verify', id: 'id', number: '+44 7700 900789', receipt: { outcome: 'pending' } } as const;
const shown = (state: Partial<CodeStepProps['state']> = {}, strings: CodeStepProps['strings'] = en) =>
  render(
    <CodeStep panel={panel} strings={strings} actions={actions} state={{ ...openingCode(0, 30_000), ...state }} />,
  );

test('the number is isolated from the sentence around it', () => {
  expect(shown()).toMatch(/to <bdi [^>]*dir="ltr"[^>]*>\+44 7700 900789<\/bdi>\./);
});

test.each([
  ['empty', en.codeEmpty],
  ['wrong', en.codeWrong],
  ['expired', en.codeExpired],
  ['exhausted', en.codeExhausted],
  ['unreachable', en.tryAgain],
] as const)('%s is said in words, and belongs to the field', (problem, words) => {
  expect(shown({ problem })).toContain(`<p class="problem" id="code-problem"><span>${words}</span></p>`);
  expect(shown({ problem })).toMatch(/aria-invalid="true" aria-describedby="code-problem code-body"/);
  expect(shown()).not.toMatch(/aria-invalid|code-problem/);
});

describe('the countdown', () => {
  test.each([
    [30, 'in 30 seconds.'],
    [1, 'in 1 second.'],
  ])('is shown for %i seconds', (resendIn, words) => {
    expect(shown({ resendIn })).toContain(words);
    expect(shown({ resendIn })).toMatch(/data-ha="resend" aria-disabled="true" aria-describedby="code-wait"/);
  });

  test('disappears once it is time', () => {
    expect(shown({ resendIn: 0 })).not.toMatch(/code-wait|aria-disabled/);
  });

  test('is not shown for a day', () => {
    expect(shown({ resendIn: 86_400 })).toContain('aria-disabled="true"');
    expect(shown({ resendIn: 86_400 })).not.toContain('code-wait');
  });

  test('uses the plural forms and digits of its language', () => {
    const codeResendIn = { two: 'ثانيتان', few: '{n} ثوان', other: '{n} ثانية' };
    const arabic = { ...en, locale: 'ar-EG', codeResendIn };
    expect(shown({ resendIn: 2 }, arabic)).toContain('ثانيتان');
    expect(shown({ resendIn: 5 }, arabic)).toContain('٥ ثوان');
    expect(shown({ resendIn: 1 }, arabic)).toContain('١ ثانية');
  });
});
