type Command = readonly [name: string, ...args: readonly unknown[]];

interface PageWindow extends Omit<Window, 'HelloAgain'> {
  /** A plain list until the script has loaded, which then runs the waiting commands. */
  HelloAgain?: { push(...commands: Command[]): unknown };
}

/** Gives the signup a command, whether or not its script has loaded: as an owner's own page would. */
export function pushCommand(...command: Command): void {
  const page = window as PageWindow;
  page.HelloAgain ??= [];
  page.HelloAgain.push(command);
}

/** Listens to what the signup announces. */
export function onSignup(name: string, listener: (detail: Readonly<Record<string, string>>) => void): void {
  addEventListener(`hello-again:${name}`, (event) => listener((event as CustomEvent).detail));
}
