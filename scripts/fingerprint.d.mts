export declare function fingerprint(): Promise<string>;
export declare function writeFingerprint(before: string): Promise<void>;
export declare function isBuilt(): Promise<boolean>;
export declare function programFiles(): Promise<string[]>;
