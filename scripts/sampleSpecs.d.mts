export interface Listed {
  readonly project: string;
  readonly file: string;
  readonly line: number;
  readonly tags: readonly string[];
  readonly titles: readonly string[];
}
export interface Suite {
  readonly title: string;
  readonly file?: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tags?: readonly string[];
    readonly tests: readonly { readonly projectName: string }[];
  }[];
}
export function leftOut(tests: readonly Listed[], whole: readonly Listed[], day: number): Listed[];
export function flatten(suite: Suite, above?: readonly string[]): Listed[];
export function writeLeftOut(config: string, file: string, env: Readonly<Record<string, string>>): Promise<number>;
