import type { FastifyInstance } from 'fastify';
import { csvOf, type Funnel, type Results } from '../../collector/counts/results.ts';
import type { DemoServices } from '../server/services.ts';
import { Layout } from './Layout.tsx';
import { linkIn } from './links.ts';
import { contextOf, type PageContext, sendPage } from './request.ts';

/** What the popup has earned, as the collector has counted it. */
export function registerResults(app: FastifyInstance, services: DemoServices): void {
  app.get('/results', async (request, reply) => {
    const context = contextOf(request, reply);
    return sendPage(reply, <ResultsPage context={context} results={await services.results(context.store)} />);
  });
  app.get('/results.csv', async (request, reply) => {
    const { store } = contextOf(request, reply);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="results.csv"')
      .send(csvOf(await services.results(store)));
  });
}

function ResultsPage({ context, results }: { readonly context: PageContext; readonly results: Results }) {
  const { byAsk, byVariant, verdict } = results;
  return (
    <Layout context={context} title="Results" styles={['results']}>
      <h1>Results</h1>
      <p class="lead">
        What the popup has earned in the last thirty days. Page views are counted as they are left, without names,
        addresses or cookies.
      </p>
      <p class="verdict" data-verdict>
        {verdict}
      </p>
      {byAsk.length > 0 && <Funnels title="By what was asked" by="Ask" funnels={byAsk} />}
      {byVariant.length > 0 && <Funnels title="By variant" by="Variant" funnels={byVariant} />}
      <p>
        <a href={linkIn(context, '/results.csv')}>As a table for a spreadsheet (CSV)</a>
      </p>
    </Layout>
  );
}

const columns = [
  ['asked', 'Page views'],
  ['shown', 'Shown'],
  ['heldOut', 'Held out'],
  ['typed', 'Began to type'],
  ['submitted', 'Submitted'],
  ['signedUp', 'Signed up'],
  ['closed', 'Closed'],
] as const;

interface FunnelsProps {
  readonly title: string;
  /** Heading of the first column. */
  readonly by: string;
  readonly funnels: readonly Funnel[];
}

function Funnels({ title, by, funnels }: FunnelsProps) {
  const id = `by-${by.toLowerCase()}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, and what scrolls must be reached by the keyboard
    <section class="scrolls" tabIndex={0} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            {columns.map(([name, words]) => (
              <th key={name} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {funnels.map((funnel) => (
            <tr key={funnel.name}>
              <th scope="row">{funnel.name}</th>
              {columns.map(([name]) => (
                <td key={name}>
                  {funnel[name]}
                  {/* The share of the popups that were shown. */}
                  {name !== 'asked' && name !== 'shown' && name !== 'heldOut' && funnel.shown > 0 && (
                    <small> {Math.round((funnel[name] / funnel.shown) * 100)} %</small>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
