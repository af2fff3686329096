interface FrameProps {
  readonly script: string;
  /** Folders. */
  readonly client: string;
  readonly styles: string;
  /** A policy of the page's own, where no server sends one. */
  readonly policy?: string;
}

/**
 * A page of a shop in outline, with the script as it is built and without options: its own script gives them as an object. The
 * order of the scripts matters: both wait for the page, and run as they stand here.
 */
export function PlaygroundFrame({ script, client, styles, policy }: FrameProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        {policy && <meta http-equiv="content-security-policy" content={policy} />}
        <title>A shop</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={`${styles}playgroundFrame.css`} />
        <script type="module" src={`${client}playgroundFrame.js`} />
        <script defer src={script} />
      </head>
      <body>
        <div class="mock" aria-hidden="true">
          <div class="mock-top">
            <i />
            <i />
            <i />
          </div>
          <div class="mock-hero" />
          <div class="mock-goods">
            <i />
            <i />
            <i />
            <i />
          </div>
        </div>
        <div id="newsletter" />
      </body>
    </html>
  );
}
