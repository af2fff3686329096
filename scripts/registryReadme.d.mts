export declare function registryReadme(readme: string, version: string): string;
