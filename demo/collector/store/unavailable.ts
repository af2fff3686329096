import { Clash } from './retrying.ts';

/**
 * PostgreSQL's classes: no connection, no database of that name (yet), no resources, stopped, rolled back for another one; and a
 * server that takes no changes for now, or ended a transaction of a process that was stopped in its midst.
 */
const classes = /^(08|3D|53|57|40|25006|25P03)/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** What the driver says without a code. */
const words =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether a database could not do now what it may do in a moment: gone, full, or too busy. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Clash) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (code.length === 5 && classes.test(code)) || network.has(code) || words.test(error.message);
}
