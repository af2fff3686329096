import { bringIntoView } from './bringIntoView.ts';
import type { Finger } from './Finger.ts';
import { dialogOn, findOn, type Sought } from './find.ts';
import { type Phone, Stuck } from './Phone.ts';
import { keystrokeFor, restFor, type Speed } from './pace.ts';
import { patienceOf, until, wait } from './until.ts';

/** Milliseconds. */
const longestSearch = 8_000;
const glide = 340;
const longestScroll = 900;
const touchFor = 130;

/** How a run goes by. */
export interface Pace {
  readonly speed: Speed;
  /** Seconds since the start. */
  elapsed(): number;
  readonly signal: AbortSignal;
}

/** Somebody with a phone in hand: finds things by role and name, presses and types. The one thing here that is not real. */
export class Visitor {
  constructor(
    readonly phone: Phone,
    readonly finger: Finger,
    private readonly pace: Pace,
  ) {}

  /** Takes a moment, less of it the later it is. */
  async rest(milliseconds: number): Promise<void> {
    await wait(restFor(milliseconds, this.pace.elapsed(), this.pace.speed), this.pace.signal);
  }

  /** Waits that long whatever the pace: some things on a page need a moment of their own. */
  async waitFor(milliseconds: number): Promise<void> {
    await wait(milliseconds, this.pace.signal);
  }

  /** Waits until there is one. */
  async find(sought: Sought): Promise<HTMLElement> {
    const found = await this.look(() => findOn(this.phone.page, sought));
    if (!found) throw new Stuck(`there is no ${sought.role} ${sought.name.source}`);
    return found;
  }

  /** Waits for an open popup. */
  async findDialog(): Promise<HTMLElement> {
    const found = await this.look(() => dialogOn(this.phone.page));
    if (!found) throw new Stuck('no popup came');
    return found;
  }

  /** Looks until something is there, or it is over. */
  look<T>(what: () => T | undefined, isOver = patienceOf(longestSearch, now)) {
    return until(what, isOver, this.pace.signal);
  }

  async press(sought: Sought): Promise<void> {
    await this.tap(await this.find(sought));
  }

  /** Presses something that leads to another page, and waits for that. */
  async follow(sought: Sought): Promise<void> {
    const element = await this.find(sought);
    await this.reach(element);
    await this.phone.next(() => click(element));
  }

  async tap(element: HTMLElement): Promise<void> {
    await this.reach(element);
    click(element);
  }

  /** Types into a field, letter by letter, as a keyboard would. */
  async type(field: HTMLElement, text: string): Promise<void> {
    // At its end: the fingertip must not cover what is typed.
    await this.reach(field, 0.86);
    click(field);
    const input = field as HTMLInputElement;
    const between = keystrokeFor(text.length, this.pace.elapsed(), this.pace.speed);
    for (const part of between > 0 ? text : [text]) {
      input.value += part;
      input.dispatchEvent(
        new InputEvent('input', { bubbles: true, composed: true, data: part, inputType: 'insertText' }),
      );
      if (between > 0) await wait(between, this.pace.signal);
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Moves the fingertip onto an element, and down. */
  private async reach(element: HTMLElement, across = 0.5): Promise<void> {
    const isMoving = this.pace.speed === 'unhurried';
    const hasScrolled = bringIntoView(element, isMoving ? 'smooth' : 'instant');
    if (hasScrolled && isMoving) await this.standStill(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    await this.touch(left + width * across, top + height / 2);
  }

  /** Waits until the page has scrolled as far as it will. It takes a moment to begin, so one look that is the same is not enough. */
  private async standStill(element: HTMLElement): Promise<void> {
    let before = Number.NaN;
    let sameLooks = 0;
    const isStill = () => {
      const { top } = element.getBoundingClientRect();
      sameLooks = top === before ? sameLooks + 1 : 0;
      before = top;
      return sameLooks >= 3 || undefined;
    };
    await this.look(isStill, patienceOf(longestScroll, now));
  }

  /** Touches a point of the screen. */
  async touch(x: number, y: number): Promise<void> {
    this.finger.moveTo(x, y);
    await this.rest(this.pace.speed === 'unhurried' ? glide : touchFor);
    this.finger.press(true);
    await this.rest(touchFor);
    this.finger.press(false);
  }
}

const now = () => performance.now();

function click(element: HTMLElement): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
    element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true }));
  }
  element.click();
}
