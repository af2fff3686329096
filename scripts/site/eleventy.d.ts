// Eleventy has no types. These are of what the site's build uses.
declare module '@11ty/eleventy' {
  export interface Configuration {
    setUseGitIgnore(isUsed: boolean): void;
    setTemplateFormats(formats: readonly string[]): void;
    amendLibrary(name: 'md', amend: (library: import('markdown-it').default) => void): void;
    addTemplate(name: string, content: string, data: Readonly<Record<string, unknown>>): void;
    addTransform(
      name: string,
      transform: (this: { readonly page: { readonly url: string } }, content: string) => string,
    ): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly quietMode: boolean;
        readonly configPath: null;
        readonly source: 'script';
        readonly config: (configuration: Configuration) => void;
      },
    );
    write(): Promise<void>;
  }
}
