import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves what was built: the script flat at the root as a shop's theme folder would, readable from any origin since its
 * chunks are modules; the demo's own files below `/client` and `/public`.
 *
 * @param dist the build's folder
 */
export async function serveAssets(app: FastifyInstance, dist: string): Promise<void> {
  const folders = { '/client/': join(dist, 'demo/client'), '/public/': join(dist, 'demo/public') };
  const embed = join(dist, 'embed');
  await app.register(fastifyStatic, { root: embed, serve: false });
  app.get<{ Params: { file: string } }>('/:file(^hello-again[\\w.-]*\\.(?:js|css)$)', async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    return reply.sendFile(request.params.file, embed, { maxAge: 0 });
  });
  for (const [prefix, root] of Object.entries(folders)) {
    if (existsSync(root)) await app.register(fastifyStatic, { root, prefix, decorateReply: false, index: false });
  }
}
