export interface Results {
  passed: number;
  failed: string[];
  skipped: string[];
}
export declare function readVitest(report: unknown, exitCode: number, folder: string): Results;
export declare function countFaults(report: unknown): { scenarios: number; submissions: number };
export declare function readPlaywright(report: unknown, exitCode: number): Results;
