import { posix } from 'node:path';

/**
 * The links and pictures of a site that lead nowhere: to no file, to no part of a page, or to an address that cannot be one.
 *
 * @param {ReadonlyMap<string, string>} pages HTML, by path
 * @param {ReadonlySet<string>} files everything that the site has, by path
 * @returns {string[]}
 */
export function checkLinks(pages, files) {
  const ids = new Map(
    [...pages].map(([path, html]) => [path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
  );
  return [...pages].flatMap(([path, html]) => {
    const targets = [...html.matchAll(/<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(
      ([, target = '']) => target.replaceAll('&amp;', '&'),
    );
    return [...new Set(targets)].filter((target) => !leads(path, target)).map((target) => `${path}: ${target}`);
  });

  /** @param {string} from @param {string} target */
  function leads(from, target) {
    if (/^[a-z]+:/i.test(target))
      return /^(https?:\/\/([^/\s]+\.[^/\s]+|localhost:\d+)|mailto:\S+@\S+)/.test(target) && URL.canParse(target);
    const [file = '', id] = target.split('#');
    const to = file === '' ? from : posix.join(posix.dirname(from), decodeURI(file));
    return files.has(to) && (id === undefined || (ids.get(to)?.has(decodeURIComponent(id)) ?? false));
  }
}
