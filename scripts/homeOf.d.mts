export declare function homeOf(remote: string):
  | {
      readonly homepage: string;
      readonly repository: { readonly type: string; readonly url: string };
      readonly bugs: { readonly url: string };
    }
  | undefined;
