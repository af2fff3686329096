import type { Person, Scenario, Step } from '../../compare/scenarios.ts';
import { allIn, dialogOn, findOn, nameOf } from './find.ts';
import { Stuck } from './Phone.ts';
import { pressInForum } from './pressInForum.ts';
import type { SharedLook } from './until.ts';
import type { Visitor } from './Visitor.ts';

/** What a step needs besides the visitor. */
export interface StepContext {
  readonly scenario: Scenario;
  /** An address in this phone, of this phone's store. */
  address(path: string): string;
  /** Where the forum lies; there is one wherever a scenario needs it. */
  readonly forum: string | undefined;
  /** Shared by both phones for the length of one step. */
  readonly shared: SharedLook;
  /** Told in words what a popup has asked for. */
  onAsked(words: string): void;
}

/** Milliseconds. */
const toRead = 1_000;
const toLook = 700;
/** A consent is made ready in the moment after its box was ticked. */
const toSettle = 400;

/** Does one step in one phone. The popup may ask what it likes: the visitor answers as the person they are. */
export async function perform(step: Step, visitor: Visitor, context: StepContext): Promise<void> {
  const { phone } = visitor;
  switch (step.does) {
    case 'open-mail':
      await phone.open(context.address(`/inbox/${step.mail}`));
      await visitor.rest(toRead);
      return visitor.follow({ role: 'link', name: exactly(step.link) });
    case 'open-forum':
      await phone.open(`${context.forum}${context.address('/forum')}`);
      await visitor.rest(toRead);
      return pressInForum(visitor, context.forum ?? '');
    case 'glance':
      context.onAsked(askedBy(await visitor.findDialog()));
      return visitor.rest(toRead);
    case 'close':
      return closePopup(visitor, context);
    case 'sign-up':
      return signUp(visitor, context, step.isRefusing === true);
    case 'order':
      return order(visitor, context, step.isAgreeing === true);
  }
}

/** Closes what popped up. In a phone where nothing does, that is seen by looking no longer than in the other one. */
async function closePopup(visitor: Visitor, { shared, onAsked }: StepContext): Promise<void> {
  const dialog = await visitor.look(() => dialogOn(visitor.phone.page), shared.isOver);
  if (!dialog) return onAsked('Asked for nothing');
  onAsked(askedBy(dialog));
  await visitor.rest(toLook);
  await visitor.press({ role: 'button', name: /^Close$/ });
  shared.found();
}

async function signUp(visitor: Visitor, { scenario: { who }, onAsked }: StepContext, isRefusing: boolean) {
  const page = () => visitor.phone.page;
  const dialog = await visitor.findDialog();
  const notYou = isRefusing ? findOn(page(), { role: 'button', name: /^Not you\?$/ }) : undefined;
  onAsked(askedBy(dialog));
  await visitor.rest(toLook);
  if (notYou) {
    await visitor.tap(notYou);
    await visitor.find({ role: 'textbox', name: /^Email/ });
    onAsked(askedBy(dialog));
  }
  for (const field of allIn(dialog, 'textbox')) await visitor.type(field, answerTo(nameOf(field), who));
  for (const box of allIn(dialog, 'checkbox')) {
    if (!(box as HTMLInputElement).checked) await visitor.tap(box);
  }
  await visitor.press({ role: 'button', name: /^Sign up$/ });
  if ((await whatCame(visitor)) === 'question') {
    // "Is this number right?" It is.
    await visitor.rest(toLook);
    await visitor.press({ role: 'button', name: /^Sign up$/ });
  }
  if (!(await visitor.look(() => statusOn(page())))) throw new Stuck('the sign-up got no answer');
  await visitor.rest(toLook);
  await visitor.press({ role: 'button', name: /^Close$/ });
}

/** What the press of the button brought: the words of success, or a question at a field. */
async function whatCame(visitor: Visitor): Promise<'success' | 'question' | undefined> {
  return visitor.look(() => {
    if (statusOn(visitor.phone.page)) return 'success';
    return dialogOn(visitor.phone.page)?.querySelector('[aria-invalid="true"]') ? 'question' : undefined;
  });
}

function statusOn(page: Document): string | undefined {
  return dialogOn(page)?.querySelector('[role="status"]')?.textContent || undefined;
}

async function order(visitor: Visitor, { scenario: { who }, shared }: StepContext, isAgreeing: boolean) {
  await visitor.follow({ role: 'link', name: /^Buy a bag$/ });
  for (const name of [/^Email address$/, /^Phone$/]) {
    const field = await visitor.find({ role: 'textbox', name });
    await visitor.type(field, answerTo(name.source, who));
  }
  if (isAgreeing) {
    const texts = { role: 'checkbox', name: /^Text me/ } as const;
    const box = await visitor.look(() => findOn(visitor.phone.page, texts), shared.isOver);
    if (box) {
      await visitor.rest(toLook);
      await visitor.tap(box);
      shared.found();
      await visitor.waitFor(toSettle);
    }
  }
  await visitor.follow({ role: 'button', name: /^Place order$/ });
  await visitor.rest(toLook);
}

/** What a person types into a field of that name. */
export function answerTo(field: string, who: Person): string {
  return /email/i.test(field) ? who.email : who.written;
}

/** The fields of a popup, in words. */
function askedBy(dialog: HTMLElement): string {
  return askedWords(allIn(dialog, 'textbox').map(nameOf), dialog.textContent ?? '');
}

/**
 * What a popup asks for, and for whom.
 *
 * @param text all that it says; a masked email in it names somebody
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
