import type { RecordedText } from '../../server/texts.ts';
import css from './phone.css?inline';

/** A phone in the corner of the page. */
export interface Phone {
  /** Shows a text below the earlier ones, and opens a closed phone. */
  show(text: RecordedText): void;
  remove(): void;
}

/**
 * Draws the phone above everything. A modal popup makes everything outside it inert, so the phone is placed inside, where it
 * can be read and closed; a shadow tree of its own separates the styles.
 */
export function createPhone(): Phone {
  const element = document.createElement('div');
  element.popover = 'manual';
  element.id = 'demo-phone';
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const frame = make('section', 'phone');
  frame.setAttribute('aria-label', 'Your phone');
  const sender = make('p', 'sender');
  sender.append('Harbor Coffee');
  const texts = make('ol', 'texts');
  texts.setAttribute('aria-live', 'polite');
  const away = make('button', 'away');
  away.append('Put the phone away');
  away.addEventListener('click', () => element.hidePopover());
  frame.append(make('span', 'earpiece'), sender, texts, away);
  root.append(frame);

  const dialog = document.querySelector('hello-again')?.shadowRoot?.querySelector('dialog');
  (dialog ?? document.body).append(element);
  return {
    show(text) {
      texts.append(bubble(text));
      if (!element.matches(':popover-open')) element.showPopover();
      texts.scrollTop = texts.scrollHeight;
    },
    remove: () => element.remove(),
  };
}

function bubble({ text, code, sentAt }: RecordedText): HTMLElement {
  const item = make('li', 'bubble');
  const [before = '', ...after] = text.split(code);
  const strong = make('strong', 'code');
  strong.append(code);
  const time = make('time', 'time');
  time.append(new Date(sentAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }));
  item.append(before, strong, after.join(code), time);
  return item;
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
