/**
 * Waits until nothing is being pressed. A line that comes or goes between the press and the release of what is below it moves
 * that away from under the pointer, and the press is lost.
 *
 * @param within a node of the popup
 */
export async function afterRelease(within: Node): Promise<void> {
  if (!(within.getRootNode() as ShadowRoot).querySelector(':active')) return;
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
