import { rmSync } from 'node:fs';

/** Deletes the database of the run. The server may still be writing its last page: an attempt that fails is repeated. */
export default function teardown(): void {
  const folder = process.env.HELLO_AGAIN_E2E_DATA;
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
