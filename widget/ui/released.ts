/**
 * Waits until no button is being pressed. A line that appears between the press and the release of a button below it
 * moves the button away from under the pointer, and the press is lost.
 */
export async function released(element: Element): Promise<void> {
  if (!(element.getRootNode() as ShadowRoot).querySelector(':active')) return;
  await new Promise<void>((done) => {
    const end = () => {
      for (const type of ends) removeEventListener(type, end, true);
      // The click comes after the release.
      setTimeout(done);
    };
    for (const type of ends) addEventListener(type, end, true);
  });
}

const ends = ['pointerup', 'pointercancel', 'keyup'];
