/** The fingertip on a phone's screen, in the pixels of the page below it. */
export class Finger {
  readonly #element: HTMLElement;

  constructor(place: HTMLElement) {
    this.#element = document.createElement('div');
    this.#element.className = 'finger';
    this.#element.ariaHidden = 'true';
    this.#put(180, 480);
    place.append(this.#element);
  }

  /** Moves there; how long that takes, and whether it glides at all, is the style sheet's. */
  moveTo(x: number, y: number): void {
    this.#put(x, y);
  }

  press(isDown: boolean): void {
    this.#element.classList.toggle('is-down', isDown);
  }

  remove(): void {
    this.#element.remove();
  }

  #put(x: number, y: number): void {
    this.#element.style.setProperty('--x', `${Math.round(x)}px`);
    this.#element.style.setProperty('--y', `${Math.round(y)}px`);
  }
}
