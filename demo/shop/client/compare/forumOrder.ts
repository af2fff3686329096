/** What the shop's page asks of the forum in a phone: where its link is, or to press it. */
export interface ForumOrder {
  readonly order: 'find' | 'press';
}

/** Where the link is, in the forum's own pixels. */
export interface ForumAnswer {
  readonly answer: 'link';
  readonly x: number;
  readonly y: number;
}

export function isForumOrder(data: unknown): data is ForumOrder {
  const { order } = fieldsOf(data);
  return order === 'find' || order === 'press';
}

export function isForumAnswer(data: unknown): data is ForumAnswer {
  const { answer, x, y } = fieldsOf(data);
  return answer === 'link' && Number.isFinite(x) && Number.isFinite(y);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
