import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import type { Site } from './sites.ts';

type Handler = Parameters<typeof Site.start>[0];

/** Files by their names. */
export type Files = ReadonlyMap<string, string>;

const folder = join(root, 'dist/embed');

/** What was built, and under which name of a build. */
export function thisRelease(): { readonly build: string; readonly files: Files } {
  const names = readdirSync(folder);
  const build = /^hello-again\.popup-(\w+)\.js$/.exec(names.find((name) => /\.popup-/.test(name)) ?? '')?.[1];
  if (!build) throw new Error('npm run build has to come first');
  return { build, files: new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])) };
}

/** The same files as a build of another name would have made them. */
export function otherRelease(build: string): { readonly build: string; readonly files: Files } {
  const { build: own, files } = thisRelease();
  const renamed = [...files].map((file) => file.map((text) => text.replaceAll(own, build)) as [string, string]);
  return { build, files: new Map(renamed) };
}

/** Serves files as a CDN does, and notes the names of those that were asked for. */
export class Cdn {
  readonly asked: string[] = [];

  constructor(public files: Files) {}

  readonly serve: Handler = (request, response) => {
    const name = new URL(request.url ?? '/', 'http://any').pathname.slice(1);
    this.asked.push(name);
    const content = this.files.get(name);
    const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
    response.writeHead(content === undefined ? 404 : 200, headers).end(content);
  };
}
