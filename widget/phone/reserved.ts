/**
 * Numbers set aside for examples and drama: no library calls them valid, yet owners and QA type them all day.
 * Ofcom's mobile range, and the 555-01XX numbers of North America (ATIS-0300115).
 */
export function isReservedExample(e164: string): boolean {
  return /^\+447700900\d{3}$|^\+1[2-9]\d{2}55501\d{2}$/.test(e164);
}
