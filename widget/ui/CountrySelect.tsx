import { Component, type JSX } from 'preact';
import { inIdleTime } from '../platform/inIdleTime.ts';
import type { ViewProps } from './view.ts';

interface CountrySelectProps extends ViewProps {
  /** The country of a number that was typed with its `+`; shown in place of the visitor's own. */
  readonly typed: string | undefined;
}

/**
 * The country that a number without `+` is read by: the browser's own list, invisible, over its calling code. The list
 * is filled by code and not by Preact, once, and not before the popup can be used: names of countries cost a tenth of a
 * second on a slow phone, and the styles of 245 options a quarter of the time that opening takes.
 */
export class CountrySelect extends Component<CountrySelectProps> {
  select: HTMLSelectElement | null = null;
  isBegun = false;
  isPlanned = false;
  isFilled = false;

  override componentDidMount(): void {
    this.componentDidUpdate();
  }

  override componentDidUpdate(): void {
    this.choose();
    const { phone, strings: s, isShown } = this.props;
    if (!phone) return;
    if (!this.isBegun) {
      this.isBegun = true;
      // The first of each reads the browser's data, whose halves these are; what `countries` makes itself is cheap after it.
      inIdleTime([() => new Intl.Collator(s.locale), () => new Intl.DisplayNames(s.locale, { type: 'region' })]);
    }
    if (!isShown || this.isPlanned) return;
    this.isPlanned = true;
    inIdleTime([this.fill]);
  }

  fill = (): void => {
    const { select } = this;
    const { phone, strings: s } = this.props;
    if (this.isFilled || !phone || !select) return;
    this.isFilled = true;
    // The mark keeps the plus before its digits where the name runs from right to left.
    const options = phone
      .countries(s.locale)
      .map(({ code, name, callingCode }) => optionOf(`${name} \u200e+${callingCode}`, code));
    select.replaceChildren(...options);
    this.choose();
  };

  shown(): string {
    return this.props.typed || this.props.state.country || '';
  }

  choose(): void {
    const { select } = this;
    if (!select) return;
    const shown = this.shown();
    select.value = shown;
    if (select.selectedIndex >= 0) return;
    // Not filled yet, no country known, or an unknown one.
    const option = optionOf(shown || this.props.strings.choose, shown);
    option.disabled = !shown;
    select.prepend(option);
    option.selected = true;
  }

  render({ phone, strings: s, actions }: CountrySelectProps): JSX.Element {
    return (
      <div class="country">
        <select
          ref={(select) => {
            this.select = select;
          }}
          data-ha="country"
          aria-label={s.country}
          autocomplete="off"
          dir={s.direction}
          // Before the browser shows the list, whatever shows it.
          onPointerDown={this.fill}
          onFocus={this.fill}
          onChange={({ currentTarget }) => {
            actions.country(currentTarget.value);
            // A number's own country comes before any that is chosen.
            this.choose();
          }}
        />
        <div id="calling-code" class="code" aria-hidden="true">
          {`+${phone?.callingCode(this.shown()) ?? ''}`}
        </div>
      </div>
    );
  }
}

/** Pages have globals of their own called `Option`. */
function optionOf(text: string, value: string): HTMLOptionElement {
  return Object.assign(document.createElement('option'), { text, value });
}
