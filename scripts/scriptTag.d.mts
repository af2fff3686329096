export declare function cdnAddress(version: string, path: string): string;
export declare function scriptTag(version: string, integrity: string): string;
