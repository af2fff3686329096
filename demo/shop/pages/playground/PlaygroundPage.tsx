import type { FastifyInstance } from 'fastify';
import { Layout } from '../Layout.tsx';
import { contextOf, type PageContext, sendPage } from '../request.ts';
import { PlaygroundBody, type PlaygroundPlaces } from './PlaygroundBody.tsx';
import { PlaygroundFrame } from './PlaygroundFrame.tsx';

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
