import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** The embedded database as a pool of one connection, taken in turns: it runs no two transactions at a time. */
export function pglitePool(database: PGlite): PostgresPool {
  let tail: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const before = tail;
      let free = (): void => {};
      tail = new Promise<void>((resolve) => {
        free = resolve;
      });
      await before;
      return clientOf(database, free);
    },
    end: () => database.close(),
  };
}

function clientOf(database: PGlite, release: () => void): PostgresPoolClient {
  const query = async (sql: string, parameters: readonly unknown[] = []) => {
    const { rows, affectedRows } = await database.query(sql, [...parameters]);
    return { command: sql.trim().split(/\s/, 1)[0]?.toUpperCase() ?? '', rowCount: affectedRows || rows.length, rows };
  };
  // Kysely asks for more commands and for cursors in its types; this pool is only ever asked what `query` answers.
  return { query, release } as unknown as PostgresPoolClient;
}
