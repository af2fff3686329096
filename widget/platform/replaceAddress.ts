/** Writes the address anew where that changes it; some embedders forbid it (about:srcdoc, too many calls). */
export function replaceAddress(change: (url: string) => string): void {
  try {
    const url = change(location.href);
    if (url !== location.href) history.replaceState(history.state, '', url);
  } catch {
    // The address stays as it is.
  }
}
