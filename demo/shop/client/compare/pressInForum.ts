import { type ForumAnswer, type ForumOrder, isForumAnswer } from './forumOrder.ts';
import { Stuck } from './Phone.ts';
import type { Visitor } from './Visitor.ts';

/** Presses the link in the forum. That is another site, which this page cannot reach into: it asks, and is answered. */
export async function pressInForum(visitor: Visitor, forum: string): Promise<void> {
  const { frame } = visitor.phone;
  const tell = (order: ForumOrder['order']) => frame.contentWindow?.postMessage({ order } satisfies ForumOrder, forum);
  let link: ForumAnswer | undefined;
  const hear = ({ source, origin, data }: MessageEvent) => {
    if (source === frame.contentWindow && origin === forum && isForumAnswer(data)) link = data;
  };
  addEventListener('message', hear);
  try {
    tell('find');
    const at = await visitor.look(() => link);
    if (!at) throw new Stuck('the forum does not answer');
    await visitor.touch(at.x, at.y);
    await visitor.phone.next(() => tell('press'));
  } finally {
    removeEventListener('message', hear);
  }
}
