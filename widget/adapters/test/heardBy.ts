import { type VendorDouble, vendorDouble } from '../vendorDouble.ts';

/** A page whose script of this name writes down every call. */
export function heardBy(name: string): VendorDouble & { readonly calls: unknown[][] } {
  const calls: unknown[][] = [];
  const record =
    (method: string) =>
    (...all: unknown[]) =>
      void calls.push([method, ...all]);
  const script = {
    identify: record('identify'),
    track: record('track'),
    push: record('push'),
  };
  const double = vendorDouble({
    page: { [name]: script },
    heard: () => (calls.length > 0 ? JSON.stringify(calls) : ''),
  });
  return { ...double, calls };
}
