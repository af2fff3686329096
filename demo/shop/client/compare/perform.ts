import type { Person, Scenario, Step } from '../../compare/scenarios.ts';
import { pressLink } from '../../compare/stage.ts';
import { allIn, dialogOn, findOn, nameOf } from './find.ts';
import type { SharedLook } from './until.ts';
import { click, Stuck, type, type Visitor } from './Visitor.ts';

/** What a step needs in addition to the visitor. */
export interface StepContext {
  readonly scenario: Scenario;
  /** An address in this phone, of this phone's store. */
  address(path: string): string;
  /** The forum's origin; it exists wherever a scenario needs it. */
  readonly forum: string | undefined;
  /** Shared by both phones during one step. */
  readonly shared: SharedLook;
  /** Called with a description of what a popup has asked for. */
  onAsked(words: string): void;
}

/** Milliseconds. The record of a consent is prepared just after its box was ticked. */
const toSettle = 400;

/** Performs one step in one phone. Whatever the popup asks, the visitor answers with the data of the person. */
export async function perform(step: Step, visitor: Visitor, context: StepContext): Promise<void> {
  const { forum = '' } = context;
  switch (step.does) {
    case 'open-mail':
      await visitor.open(context.address(`/inbox/${step.mail}`));
      await visitor.read();
      return visitor.follow({ role: 'link', name: exactly(step.link) });
    case 'open-forum':
      await visitor.open(`${forum}${context.address('/forum')}`);
      await visitor.read();
      // Another site, which this page cannot read: it is asked to click its link itself.
      return visitor.next(() => visitor.frame.contentWindow?.postMessage(pressLink, forum));
    case 'glance':
      context.onAsked(askedBy(await visitor.findDialog()));
      return visitor.read();
    case 'close':
      return closePopup(visitor, context);
    case 'sign-up':
      return signUp(visitor, context, step.isRefusing === true);
    case 'order':
      return order(visitor, context, step.isAgreeing === true);
  }
}

/** Closes the popup. A phone in which none opens waits no longer than the other phone needed. */
async function closePopup(visitor: Visitor, { shared, onAsked }: StepContext): Promise<void> {
  const dialog = await visitor.look(() => dialogOn(visitor.page), shared.isOver);
  if (!dialog) return onAsked('Asked for nothing');
  onAsked(askedBy(dialog));
  await visitor.read();
  await visitor.press({ role: 'button', name: /^Close$/ });
  shared.found();
}

async function signUp(visitor: Visitor, { scenario: { who }, onAsked }: StepContext, isRefusing: boolean) {
  const dialog = await visitor.findDialog();
  const notYou = isRefusing ? findOn(visitor.page, { role: 'button', name: /^Not you\?$/ }) : undefined;
  onAsked(askedBy(dialog));
  await visitor.read();
  if (notYou) {
    click(notYou);
    await visitor.find({ role: 'textbox', name: /^Email/ });
    onAsked(askedBy(dialog));
  }
  for (const field of allIn(dialog, 'textbox')) type(field, answerTo(nameOf(field), who));
  for (const box of allIn(dialog, 'checkbox')) {
    if (!(box as HTMLInputElement).checked) click(box);
  }
  await visitor.read();
  await visitor.press({ role: 'button', name: /^Sign up$/ });
  // "Is this number right?" It is.
  if ((await whatCame(visitor)) === 'question') await visitor.press({ role: 'button', name: /^Sign up$/ });
  if (!(await visitor.look(() => statusOn(visitor.page)))) throw new Stuck('the sign-up got no answer');
  await visitor.read();
  await visitor.press({ role: 'button', name: /^Close$/ });
}

/** The result of submitting: success, or a question at a field. */
async function whatCame(visitor: Visitor): Promise<'success' | 'question' | undefined> {
  return visitor.look(() => {
    if (statusOn(visitor.page)) return 'success';
    return dialogOn(visitor.page)?.querySelector('[aria-invalid="true"]') ? 'question' : undefined;
  });
}

function statusOn(page: Document): string | undefined {
  return dialogOn(page)?.querySelector('[role="status"]')?.textContent || undefined;
}

async function order(visitor: Visitor, { scenario: { who }, shared }: StepContext, isAgreeing: boolean) {
  await visitor.follow({ role: 'link', name: /^Buy a bag$/ });
  type(await visitor.find({ role: 'textbox', name: /^Email address$/ }), who.email);
  type(await visitor.find({ role: 'textbox', name: /^Phone$/ }), who.written);
  if (isAgreeing) {
    const texts = { role: 'checkbox', name: /^Text me/ } as const;
    const box = await visitor.look(() => findOn(visitor.page, texts), shared.isOver);
    if (box) {
      click(box);
      shared.found();
      await visitor.wait(toSettle);
    }
  }
  await visitor.read();
  await visitor.follow({ role: 'button', name: /^Place order$/ });
}

/** What a person types into a field with that name. */
export function answerTo(field: string, who: Person): string {
  return /email/i.test(field) ? who.email : who.written;
}

/** A description of a popup's fields. */
function askedBy(dialog: HTMLElement): string {
  return askedWords(allIn(dialog, 'textbox').map(nameOf), dialog.textContent ?? '');
}

/**
 * What a popup asks for, and for whom.
 *
 * @param text all its text; a masked email in it identifies somebody
 */
export function askedWords(fields: readonly string[], text: string): string {
  const names = fields.map((name) => name.replace(/\s*\(.*\)$/, '').toLowerCase());
  if (names.length === 0) return 'Asked for nothing';
  const [named] = /\S•+@[\w-]+(\.[\w-]+)+/.exec(text) ?? [];
  return `Asked${named ? ` ${named}` : ''}: ${names.join(' and ')}`;
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[^\w\s]/g, '\\$&')}$`);
}
