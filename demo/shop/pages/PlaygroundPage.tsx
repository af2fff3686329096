import type { FastifyInstance } from 'fastify';
import { Layout } from './Layout.tsx';
import { contextOf, type PageContext, sendPage } from './request.ts';

/** Where the playground finds the rest of itself: absolute in the shop, beside it in a folder of its own. */
export interface PlaygroundPlaces {
  readonly frame: string;
  readonly art: string;
}

const shopPlaces: PlaygroundPlaces = { frame: '/playground/frame', art: '/public/art/' };

export function registerPlayground(app: FastifyInstance): void {
  app.get('/playground', (request, reply) => sendPage(reply, <PlaygroundPage context={contextOf(request, reply)} />));
  app.get('/playground/frame', (_request, reply) =>
    sendPage(reply, <PlaygroundFrame script="/hello-again.js" client="/client/" styles="/public/" />),
  );
}

function PlaygroundPage({ context }: { readonly context: PageContext }) {
  return (
    <Layout context={context} title="Playground" styles={['playground']} modules={['playground']} hasGuide={false}>
      <PlaygroundBody {...shopPlaces} />
    </Layout>
  );
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

interface FrameProps {
  readonly script: string;
  /** Folders. */
  readonly client: string;
  readonly styles: string;
}

/**
 * A page of a shop in outline, with the script as it is built and without options: its own script gives them as an object. The
 * order of the scripts matters: both wait for the page, and run as they stand here.
 */
export function PlaygroundFrame({ script, client, styles }: FrameProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
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
