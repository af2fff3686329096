import type { Step } from '../guide/guideWords.ts';
import { type Coffee, coffees } from './coffees.ts';
import { Layout } from './Layout.tsx';
import { linkIn } from './links.ts';
import type { PageContext } from './request.ts';

/** The shop's front: the four coffees, in the order of the day. */
export function HomePage({ context, step }: { readonly context: PageContext; readonly step: Step }) {
  return (
    <Layout context={context} title="Coffee for every hour" step={step} styles={['shop']} hasSignup>
      <div class="hero">
        <div class="hero-words">
          <p class="over">Roasted on the quay since 1987</p>
          <h1>Coffee for every hour of the harbor</h1>
          <p class="lead">
            Four coffees, from first light to the night watch. We roast on Tuesdays and post on Wednesdays, so that what
            reaches you still remembers the drum.
          </p>
          <a class="button" href="#coffees">
            See the coffees
          </a>
        </div>
        <img class="hero-art" src="/public/art/harbor.svg" alt="" width="720" height="620" />
      </div>
      <section id="coffees" aria-labelledby="coffees-title">
        <h2 id="coffees-title">The day in four bags</h2>
        <ul class="shelf">
          {coffees.map((coffee) => (
            <ShelfItem key={coffee.slug} context={context} coffee={coffee} />
          ))}
        </ul>
      </section>
      <div id="newsletter" class="newsletter" />
    </Layout>
  );
}

function ShelfItem({ context, coffee }: { readonly context: PageContext; readonly coffee: Coffee }) {
  return (
    <li class={`shelf-item hour-${coffee.slug}`}>
      <div class="bag">
        <img src={`/public/art/${coffee.slug}.svg`} alt="" width="400" height="480" loading="lazy" />
      </div>
      <p class="over">{coffee.hour}</p>
      <h3>
        <a href={linkIn(context, `/product/${coffee.slug}`)}>{coffee.name}</a>
      </h3>
      <p>{coffee.line}</p>
      <p class="price">{coffee.price}</p>
    </li>
  );
}
