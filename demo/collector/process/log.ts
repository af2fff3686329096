/** Requests go to one stream and failures to the other, so that whoever looks for failures need not read every request. */
export function log(line: string): void {
  if (/^error\b/.test(line)) console.error(line);
  else console.log(line);
}
