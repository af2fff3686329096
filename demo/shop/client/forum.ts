// For the simulated visitor of /compare: a page cannot reach into another site, so the forum itself clicks its link when the
// shop's page asks for it. The click, the navigation to the shop and its referrer are real.
import { pressLink } from '../compare/stage.ts';

addEventListener('message', ({ data, origin }) => {
  if (origin !== document.body.dataset.shop || data !== pressLink) return;
  document.querySelector<HTMLAnchorElement>('.pasted')?.click();
});
