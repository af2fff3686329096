import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '../../scripts/ports.mjs';

/** https://www.w3.org/TR/webdriver2/#elements */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const shadowKey = 'shadow-6066-11e4-a52e-4f735466cecf';

/** Keys without a letter, https://www.w3.org/TR/webdriver2/#keyboard-actions. */
export const keys = { tab: '\uE004', enter: '\uE007', shift: '\uE008', escape: '\uE00C' } as const;

interface Answer {
  readonly value: unknown;
}

/** One browser, by the calls of WebDriver that the journeys need. */
export class Driver {
  private constructor(private readonly session: string) {}

  static async start(server: string, browser: string): Promise<Driver> {
    const always = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    };
    const value = (await call(`${server}/session`, 'POST', { capabilities: { alwaysMatch: always } })) as {
      readonly sessionId: string;
    };
    const driver = new Driver(`${server}/session/${value.sessionId}`);
    await driver.#call('timeouts', { script: 20_000, pageLoad: 30_000, implicit: 0 });
    return driver;
  }

  quit = () => call(this.session, 'DELETE');
  /** Sizes the window, with its toolbar. It is never narrower than that. */
  resize = (width: number, height: number) => this.#call('window/rect', { x: 0, y: 0, width, height });
  goto = (url: string) => this.#call('url', { url });
  /** Deletes the cookies of the page's host. */
  deleteCookies = () => call(`${this.session}/cookie`, 'DELETE');
  back = () => this.#call('back', {});

  /** Runs a function in the page, and answers what it answers or promises. */
  async evaluate<T, Args extends readonly unknown[]>(
    run: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${run.toString()})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = (await this.#call('execute/async', { script, args })) as { value: T; error?: string };
    if (error) throw new Error(error);
    return value;
  }

  /** An element within the shadow tree of a host, or of the page. */
  async find(selector: string, host?: string): Promise<string> {
    const at = async (path: string, css: string) =>
      ((await this.#call(path, { using: 'css selector', value: css })) as Record<string, string>)[elementKey] as string;
    if (!host) return at('element', selector);
    const shadow = (await call(`${this.session}/element/${await at('element', host)}/shadow`, 'GET')) as Record<
      string,
      string
    >;
    return at(`shadow/${shadow[shadowKey]}/element`, selector);
  }

  click = (element: string) => this.#call(`element/${element}/click`, {});
  clear = (element: string) => this.#call(`element/${element}/clear`, {});
  type = (element: string, text: string) => this.#call(`element/${element}/value`, { text });

  /** Presses a key of the keyboard, wherever the focus is. */
  press(...pressed: readonly string[]) {
    const actions = [
      ...pressed.map((value) => ({ type: 'keyDown', value })),
      ...[...pressed].reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    return this.#call('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Clicks a point of the window. CSS pixels. */
  clickAt(x: number, y: number) {
    const actions = [
      { type: 'pointerMove', x, y, duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    return this.#call('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  enterFrame = async (selector: string) => this.#call('frame', { id: { [elementKey]: await this.find(selector) } });

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await call(`${this.session}/screenshot`, 'GET')) as string, 'base64');
  }

  #call = (path: string, body: object) => call(`${this.session}/${path}`, 'POST', body);
}

async function call(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as Answer;
  if (response.ok) return value;
  const { error, message } = value as { readonly error: string; readonly message: string };
  throw new Error(`${error}: ${message} (${method} ${new URL(url).pathname.replace(/^\/session\/[^/]+/, '')})`);
}

export interface WebKit {
  readonly server: string;
  stop(): Promise<void>;
}

/** A display that nobody sees, and WebKit's driver on it. `memory`: a folder for the display's picture, as X has it. */
export async function startWebKit(size: string, memory?: string): Promise<WebKit> {
  const seen = memory ? ['-fbdir', memory] : [];
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', ...seen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    display.stdio[3]?.once('data', (told: Buffer) => resolve(told.toString().trim()));
    display.once('error', reject);
    display.once('exit', () => reject(new Error('Xvfb ended before it had a display')));
  });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // Nothing of a graphics card is there.
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LANG: 'en_GB.UTF-8',
      TZ: 'Europe/London',
    },
  });
  const server = `http://127.0.0.1:${port}`;
  const stop = async () => {
    for (const child of [driver, display]) await ended(child);
  };
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(`${server}/status`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return { server, stop };
    if (tries > 200 || driver.exitCode !== null) {
      await stop();
      throw new Error('WebKitWebDriver does not answer');
    }
    await new Promise((again) => setTimeout(again, 50));
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
}
