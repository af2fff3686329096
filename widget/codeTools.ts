import type { Post } from './core/ports.ts';
import type { readAnswer } from './core/submission/answer.ts';
import type { toJson } from './core/toJson.ts';

/** What the code step shares with the code that sends, handed over so that no module stands in two chunks. */
export interface CodeTools {
  readonly post: Post;
  readonly readAnswer: typeof readAnswer;
  readonly toJson: typeof toJson;
}
