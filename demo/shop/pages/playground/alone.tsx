import { render } from 'preact-render-to-string';
import { contentPolicy } from '../../server/security.ts';
import { PlaygroundBody } from './PlaygroundBody.tsx';
import { PlaygroundFrame } from './PlaygroundFrame.tsx';

/** The playground's two pages for a folder of its own, by their names: every address is beside them, and the policy is their own. */
export function pagesAlone(): Readonly<Record<string, string>> {
  return {
    'index.html': documentOf(<PlaygroundAlone />),
    'frame.html': documentOf(<PlaygroundFrame script="hello-again.js" client="client/" styles="" policy={policy} />),
  };
}

/** Who may show a page in a frame cannot be said in the page itself. */
const policy = contentPolicy()
  .split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .join('; ');

const documentOf = (page: Parameters<typeof render>[0]) => `<!doctype html>${render(page)}\n`;

function PlaygroundAlone() {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content={policy} />
        <title>Playground · Hello Again</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="page.css" />
        <link rel="stylesheet" href="playground.css" />
        <script type="module" src="client/playground.js" />
      </head>
      <body>
        <main id="main" class="play-alone">
          <PlaygroundBody frame="frame.html" art="art/" />
        </main>
      </body>
    </html>
  );
}
