import { Component, type JSX } from 'preact';
import { Field } from './Field.tsx';
import type { ViewProps } from './view.ts';

/** The phone field, with how a number without `+` is read, which can be changed. */
export class PhoneField extends Component<ViewProps> {
  isTold = false;

  override componentDidMount(): void {
    this.componentDidUpdate();
  }

  override componentDidUpdate(): void {
    const { isShown, actions } = this.props;
    if (!isShown || this.isTold) return;
    this.isTold = true;
    actions.phoneShown();
  }

  render(props: ViewProps): JSX.Element {
    return <Field {...props} name="phone" />;
  }
}
