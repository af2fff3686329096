export declare function canStart(path: string): boolean;
export declare function findBrowser(): string | undefined;
export declare function ensureBrowser(): Promise<string | undefined>;
export declare const adviceWithoutBrowser: string;
export declare function findWholeBrowser(): string | undefined;
