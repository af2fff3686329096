import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** A block of code in a document. */
export interface Fence {
  readonly document: string;
  /** `docs/links.md, line 31` */
  readonly where: string;
  /** As the fence names it; empty where it does not. */
  readonly language: string;
  readonly code: string;
  /** By the comment above, `<!-- example: NAME -->`, by which other tests find it, or by its number in the document. */
  readonly name: string;
  /** Why no test can check it, by the comment above, `<!-- unchecked: REASON -->`. */
  readonly unchecked: string | undefined;
}

export const documents: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'demo/README.md'],
  ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`),
].filter((path) => path.endsWith('.md'));

/** Every block of code of every document. */
export function readFences(): Fence[] {
  return documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8').replaceAll('\r\n', '\n');
    const blocks = text.matchAll(/(?:^<!-- ([^\n]*) -->\n+)?^```([^\n]*)\n([\s\S]*?)^```$/gm);
    return [...blocks].map(([all, comment = '', language = '', code = ''], n): Fence => {
      const line = text.slice(0, text.indexOf(all)).split('\n').length;
      return {
        document,
        where: `${document}, line ${line}`,
        language: language.trim(),
        code,
        name: /^example: (\S+)/.exec(comment)?.[1] ?? String(n + 1),
        unchecked: /^unchecked: (.+)/.exec(comment)?.[1],
      };
    });
  });
}
