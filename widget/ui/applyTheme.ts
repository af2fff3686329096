import { toHex } from '../core/theme/color.ts';
import { isDark, type Palette } from '../core/theme/palette.ts';

/** The look of a theme, beside its colours. */
export interface Shape {
  /** Pixels. */
  readonly radius: number;
  /** CSS `font-family`s that the browser knows. */
  readonly font?: string | undefined;
  readonly headingFont?: string | undefined;
}

/** Sets the custom properties that the styles read. Returns the undo function. */
export function paint(element: HTMLElement, palette: Palette, shape: Shape): () => void {
  const properties: Record<string, string | undefined> = {
    // For what the browser draws itself: boxes, scroll bars, lists.
    '--ha-scheme': isDark(palette.surface) ? 'dark' : 'light',
    '--ha-radius': `${shape.radius}px`,
    '--ha-font': shape.font,
    '--ha-heading-font': shape.headingFont,
  };
  for (const [name, color] of Object.entries(palette)) {
    properties[`--ha-${name.replace('A', '-a')}`] = toHex(color);
  }
  for (const [name, value] of Object.entries(properties)) if (value) element.style.setProperty(name, value);
  return () => {
    for (const name of Object.keys(properties)) element.style.removeProperty(name);
  };
}
