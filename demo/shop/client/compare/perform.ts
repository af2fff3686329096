import type { Scenario, Step } from '../../compare/scenarios.ts';
import { pressLink } from '../../compare/stage.ts';
import { nameOf, type Sought, type, type Visitor } from './Visitor.ts';

/** What a step needs in addition to the visitor. */
interface StepContext {
  readonly who: Scenario['who'];
  /** An address in this phone, of this phone's store. */
  address(path: string): string;
  /** The forum's origin; it exists wherever a scenario needs it. */
  readonly forum: string | undefined;
  /**
   * How long both phones look for what only one of them may have. Milliseconds, as `performance.now()` counts. Once one has
   * found it, the other looks only a moment longer.
   */
  readonly until: { end: number };
  /** Called with a description of what a popup has asked for. */
  onAsked(words: string): void;
}

/** Milliseconds. The record of a consent is prepared just after its box was ticked. */
const toSettle = 400;

const textbox: Sought = ['input:not([type="checkbox"], [type="radio"], [type="hidden"])', /./];
const checkbox = 'input[type="checkbox"]';
const close: Sought = ['button', /^Close$/];
const send: Sought = ['button', /^Sign up$/];

/** Performs one step in one phone. Whatever the popup asks, the visitor answers with the data of the person. */
export async function perform(step: Step, visitor: Visitor, context: StepContext): Promise<void> {
  const { address, forum = '', onAsked } = context;
  switch (step.does) {
    case 'open-mail':
      await visitor.open(address(`/inbox/${step.mail}`));
      await visitor.read();
      return visitor.follow([`.mail a`, /./]);
    case 'open-forum':
      await visitor.open(`${forum}${address('/forum')}`);
      await visitor.read();
      // Another site, which this page cannot read: it is asked to click its link itself.
      return visitor.next(() => visitor.frame.contentWindow?.postMessage(pressLink, forum));
    case 'glance':
      await visitor.must('no popup came', () => visitor.dialog);
      onAsked(askedBy(visitor));
      return visitor.read();
    case 'close':
      await visitor.look(() => visitor.dialog, context.until);
      onAsked(askedBy(visitor));
      if (!visitor.dialog) return;
      found(context);
      await visitor.read();
      return visitor.press(close);
    case 'sign-up':
      return signUp(visitor, context, step.isRefusing === true);
    case 'order':
      return order(visitor, context, step.isAgreeing === true);
  }
}

async function signUp(visitor: Visitor, { who, onAsked }: StepContext, isRefusing: boolean): Promise<void> {
  await visitor.must('no popup came', () => visitor.dialog);
  const [notYou] = isRefusing ? visitor.all(['button', /^Not you\?$/]) : [];
  onAsked(askedBy(visitor));
  await visitor.read();
  if (notYou) {
    notYou.click();
    await visitor.find([textbox[0], /^Email/]);
    onAsked(askedBy(visitor));
  }
  for (const field of visitor.all(textbox)) type(field, /email/i.test(nameOf(field)) ? who.email : who.written);
  for (const box of visitor.all([checkbox, /./])) if (!(box as HTMLInputElement).checked) box.click();
  await visitor.read();
  await visitor.press(send);
  const status = () => visitor.dialog?.querySelector('[role="status"]')?.textContent || undefined;
  const question = () => visitor.dialog?.querySelector('[aria-invalid="true"]') ?? undefined;
  await visitor.look(() => status() ?? question());
  // "Is this number right?" It is.
  if (question()) await visitor.press(send);
  await visitor.must('the sign-up got no answer', status);
  await visitor.read();
  await visitor.press(close);
}

async function order(visitor: Visitor, context: StepContext, isAgreeing: boolean): Promise<void> {
  await visitor.follow(['a', /^Buy a bag$/]);
  type(await visitor.find([textbox[0], /^Email address$/]), context.who.email);
  type(await visitor.find([textbox[0], /^Phone$/]), context.who.written);
  const box = isAgreeing && (await visitor.look(() => visitor.all([checkbox, /^Text me/])[0], context.until));
  if (box) {
    box.click();
    found(context);
    await visitor.wait(toSettle);
  }
  await visitor.read();
  await visitor.follow(['button', /^Place order$/]);
}

function found({ until }: StepContext): void {
  until.end = Math.min(until.end, performance.now() + 500);
}

/** What the popup asks for, in its own words, and of whom: a masked email in it identifies somebody. */
function askedBy(visitor: Visitor): string {
  const { dialog } = visitor;
  const names = visitor.all(textbox).map((field) =>
    nameOf(field)
      .replace(/\s*\(.*\)$/, '')
      .toLowerCase(),
  );
  if (!dialog || names.length === 0) return 'Asked for nothing';
  const [named] = /\S•+@[\w-]+(\.[\w-]+)+/.exec(dialog.textContent ?? '') ?? [];
  return `Asked${named ? ` ${named}` : ''}: ${names.join(' and ')}`;
}
