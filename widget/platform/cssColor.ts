/**
 * A CSS colour of any syntax that the browser knows, as sRGB from 0 to 255: `tomato`, `oklch(…)`, `var(--brand)`.
 * Undefined for what it does not know, and for what lets the ground show through.
 *
 * @param element stands on the page; its custom properties are the ones that count
 */
export function cssColor(element: HTMLElement, text: string): readonly [number, number, number] | undefined {
  // A property that shows nowhere on an HTML element, and that no forced colours replace. A mixture is answered in sRGB.
  const property = 'flood-color';
  const mixture = `color-mix(in srgb,${text},${text})`;
  const isMixing = CSS.supports(property, mixture);
  if (!isMixing && !CSS.supports(property, text)) return undefined;
  // Within: the element's own properties may be out of reach.
  const probe = (element.shadowRoot ?? element).appendChild(document.createElement('i'));
  probe.style.setProperty(property, isMixing ? mixture : text);
  const computed = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  // A variable that is not there leaves the property's initial value, which is no mixture; `rgba(…)` is not opaque.
  const parts = (isMixing ? /^color\(srgb ([^/)]+)\)$/ : /^rgb\(([^/)]+)\)$/).exec(computed)?.[1]?.split(/[\s,]+/);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = Number(part) * (isMixing ? 255 : 1);
    return Math.round(Math.min(255, Math.max(0, value || 0)));
  });
  return [red, green, blue];
}
