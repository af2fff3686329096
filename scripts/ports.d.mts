export function freePort(): Promise<number>;
export function untilServed(url: string): Promise<void>;
