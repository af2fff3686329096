import type { Coffee } from './coffees.ts';
import { Layout } from './Layout.tsx';
import { linkIn } from './links.ts';
import type { PageContext } from './request.ts';

/** One coffee. */
export function ProductPage({ context, coffee }: { readonly context: PageContext; readonly coffee: Coffee }) {
  return (
    <Layout context={context} title={coffee.name} step={2} styles={['shop']} hasSignup>
      <div class={`product hour-${coffee.slug}`}>
        <div class="bag">
          <img
            src={`/public/art/${coffee.slug}.svg`}
            alt={`A bag of ${coffee.name}, printed with the harbor at “${coffee.hour.toLowerCase()}”`}
            width="400"
            height="480"
          />
        </div>
        <div class="product-words">
          <p class="over">{coffee.hour}</p>
          <h1>{coffee.name}</h1>
          <p class="lead">{coffee.line}</p>
          <p>{coffee.story}</p>
          <dl class="facts">
            {Object.entries({ ...coffee.facts, Bag: '250 g, whole beans' }).map(([term, detail]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{detail}</dd>
              </div>
            ))}
          </dl>
          <p class="buy">
            <span class="price">{coffee.price}</span>
            <a class="button" href={linkIn(context, `/checkout?coffee=${coffee.slug}`)}>
              Buy a bag
            </a>
          </p>
          <p class="back">
            <a href={linkIn(context, '/#coffees')}>All four coffees</a>
          </p>
        </div>
      </div>
    </Layout>
  );
}
