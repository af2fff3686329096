/** Whether the visitor is in a form of ours. */
export function isTypedIn(): boolean {
  return document.activeElement?.localName === 'hello-again';
}
