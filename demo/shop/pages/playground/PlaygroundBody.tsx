/** Where the playground finds the rest of itself: absolute in the shop, beside it in a folder of its own. */
export interface PlaygroundPlaces {
  readonly frame: string;
  readonly art: string;
}

/** What the playground's script fills. */
export function PlaygroundBody({ frame, art }: PlaygroundPlaces) {
  return (
    <>
      <h1>Playground</h1>
      <p class="lead">
        Choose a popup, look at it as each visitor would meet it, and take the script tag home. Nothing here is stored
        or sent.
      </p>
      <div id="playground" data-frame={frame} data-art={art}>
        <noscript>
          <p>The playground needs JavaScript.</p>
        </noscript>
      </div>
    </>
  );
}
