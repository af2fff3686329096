/** Whether browsers block what this page fetches from http addresses. */
export function isSecurePage(): boolean {
  return globalThis.location?.protocol === 'https:';
}
