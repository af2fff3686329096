export interface EntryPoint {
  readonly name: string;
  readonly source: string;
}
export const entryPoints: readonly EntryPoint[];
