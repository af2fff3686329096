/** When this page was loaded. ISO 8601, UTC. */
export function loadedAt(): string {
  return new Date(performance.timeOrigin).toISOString();
}
