export declare function checkLinks(pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): string[];
