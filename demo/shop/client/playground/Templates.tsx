import type { Template } from '../../playground/templates.ts';

interface TemplatesProps {
  readonly templates: readonly Template[];
  readonly onChoose: (template: Template) => void;
}

/** Popups to start from. */
export function Templates({ templates, onChoose }: TemplatesProps) {
  return (
    <section aria-labelledby="templates-title">
      <h2 id="templates-title">Start from</h2>
      <ul class="play-templates">
        {templates.map((template) => (
          <li key={template.id}>
            <button type="button" onClick={() => onChoose(template)} data-template={template.id}>
              <Sketch template={template} />
              <strong>{template.name}</strong>
              <span>{template.says}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sizeOf(position: string | undefined, isFlyout: boolean, hasPicture: boolean): [number, number] {
  if (position === 'bar') return [96, 22];
  if (position === 'panel') return [34, 56];
  return isFlyout ? [34, hasPicture ? 46 : 22] : [42, hasPicture ? 46 : 38];
}

/** Where the popup stands on a page, and what is in it. */
function Sketch({ template: { options } }: { readonly template: Template }) {
  const { accent, picture, position, preset } = Object(options.theme) as Readonly<Record<string, string>>;
  const isFlyout = options.layout === 'flyout';
  const edge = isFlyout && (position === 'bar' || position === 'panel') ? 0 : 4;
  const [width, height] = sizeOf(isFlyout ? position : undefined, isFlyout, !!picture);
  const x = isFlyout ? (position === 'start' ? 4 : 96 - width - edge) : (96 - width) / 2;
  const y = isFlyout ? 56 - height - edge : (56 - height) / 2;
  const top = y + (picture ? 18 : 5);
  return (
    <svg class={`play-sketch play-${preset}`} viewBox="0 0 96 56" aria-hidden="true" focusable="false">
      <rect class="play-page" width="96" height="56" rx="4" />
      {!isFlyout && <rect class="play-shade" width="96" height="56" rx="4" />}
      <rect class="play-sheet" x={x} y={y} width={width} height={height} rx="3" />
      {picture && <rect class="play-picture" x={x + 3} y={y + 3} width={width - 6} height="12" rx="2" />}
      <rect class="play-ink" x={x + 5} y={top} width={width - 18} height="3" rx="1.5" />
      {height > 30 && <rect class="play-line" x={x + 5} y={top + 7} width={width - 10} height="5" rx="1.5" />}
      <rect
        class="play-button"
        x={x + 5}
        y={y + height - 10}
        width={width - 10}
        height="6"
        rx="2"
        {...(accent ? { style: { fill: accent } } : {})}
      />
    </svg>
  );
}
