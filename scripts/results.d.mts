export interface Results {
  passed: number;
  failed: string[];
  skipped: string[];
}
export declare function readVitest(report: unknown, exitCode: number, folder: string): Results;
export declare function notesOf(report: unknown, kind: string): string[];
export declare function countFaults(report: unknown): { scenarios: number; submissions: number };
export declare function readPlaywright(report: unknown, exitCode: number): Results;
