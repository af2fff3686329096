// Lends a hand to the visitor of /compare: no page reaches into another site's, so the forum itself presses its link when the
// shop's page asks it to. The click, the journey to the shop and its referrer are real.
import { bringIntoView } from './compare/bringIntoView.ts';
import { type ForumAnswer, isForumOrder } from './compare/forumOrder.ts';

const shop = document.body.dataset.shop;
const link = document.querySelector<HTMLAnchorElement>('.pasted');

addEventListener('message', ({ data, origin, source }) => {
  if (!link || origin !== shop || !isForumOrder(data)) return;
  if (data.order === 'press') return link.click();
  bringIntoView(link, 'instant');
  const { left, top, width, height } = link.getBoundingClientRect();
  const answer: ForumAnswer = { answer: 'link', x: left + width / 2, y: top + height / 2 };
  source?.postMessage(answer, { targetOrigin: origin });
});
