/**
 * What `package.json` says of the repository's home, from the address that git pushes to; undefined for a folder. Nobody but
 * the one who publishes knows that home, so the release asks git for it.
 *
 * @param {string} remote
 */
export function homeOf(remote) {
  const [, host, path] =
    /^(?:git\+)?(?:https?:\/\/|ssh:\/\/)?(?:[^@/]*@)?([\w-]+(?:\.[\w-]+)+)[:/](?:\d+\/)?(.+?)(?:\.git)?\/*$/.exec(
      remote,
    ) ?? [];
  if (!host || !path) return undefined;
  const page = `https://${host}/${path}`;
  return {
    homepage: `${page}#readme`,
    repository: { type: 'git', url: `git+${page}.git` },
    bugs: { url: `${page}/issues` },
  };
}
