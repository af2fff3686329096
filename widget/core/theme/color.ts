/** An opaque sRGB colour: red, green and blue, whole numbers from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

type Triple = readonly [number, number, number];

/** `#rrggbb` */
export function fromHex(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** `#rrggbb` */
export function toHex([red, green, blue]: Rgb): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`;
}

/** Contrast of two colours as WCAG 2 reckons it: from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG's relative luminance, 0 to 1. */
function luminance(color: Rgb): number {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `share` of the second colour, 0 to 1, in the first. */
export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  return each(one, (value, i) => Math.round(value + (at(other, i) - value) * share));
}

/** How light it looks, 0 to 1: the L of OKLab. */
export function lightness(color: Rgb): number {
  return toOklab(color)[0];
}

/** The same hue at another lightness, 0 to 1, as colourful as sRGB can show it there. */
export function withLightness(color: Rgb, wanted: number): Rgb {
  const light = Math.min(1, Math.max(0, wanted));
  const [, a, b] = toOklab(color);
  for (let chroma = 1; chroma > 0; chroma -= 0.05) {
    const shown = fromOklab([light, a * chroma, b * chroma]);
    if (shown.every((value) => value > -0.002 && value < 1.002)) return gamma(shown);
  }
  return gamma(fromOklab([light, 0, 0]));
}

function linear(color: Rgb): Triple {
  return each(color, (value) => {
    const part = value / 255;
    return part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92;
  });
}

function gamma(shown: Triple): Rgb {
  return each(shown, (value) => {
    const part = Math.min(1, Math.max(0, value));
    return Math.round(255 * (part > 0.0031 ? 1.055 * part ** (1 / 2.4) - 0.055 : part * 12.92));
  });
}

// The matrices of https://bottosson.github.io/posts/oklab/, to the digits that eight bits a channel can tell.

function toOklab(color: Rgb): Triple {
  const [r, g, b] = linear(color);
  const l = Math.cbrt(0.4122 * r + 0.5363 * g + 0.0514 * b);
  const m = Math.cbrt(0.2119 * r + 0.6807 * g + 0.1074 * b);
  const s = Math.cbrt(0.0883 * r + 0.2817 * g + 0.63 * b);
  return [
    0.2105 * l + 0.7936 * m - 0.0041 * s,
    1.978 * l - 2.4286 * m + 0.4506 * s,
    0.0259 * l + 0.7828 * m - 0.8087 * s,
  ];
}

function fromOklab([light, a, b]: Triple): Triple {
  const l = (light + 0.3963 * a + 0.2158 * b) ** 3;
  const m = (light - 0.1056 * a - 0.0639 * b) ** 3;
  const s = (light - 0.0895 * a - 1.2915 * b) ** 3;
  return [
    4.0767 * l - 3.3077 * m + 0.231 * s,
    -1.2684 * l + 2.6098 * m - 0.3413 * s,
    -0.0042 * l - 0.7034 * m + 1.7076 * s,
  ];
}

function each(triple: Triple, change: (value: number, i: number) => number): Triple {
  return [change(triple[0], 0), change(triple[1], 1), change(triple[2], 2)];
}

function at(triple: Triple, i: number): number {
  return triple[i] ?? 0;
}
