/** The package as npm packs it, in an empty folder, with links to what it needs. The folder is the caller's to delete. */
export function installPacked(also?: readonly string[]): string;
