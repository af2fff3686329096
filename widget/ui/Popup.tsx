import type { JSX } from 'preact';
import { Form, ownText } from './Form.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import type { ViewProps } from './view.ts';

/** The dialog: named by its heading, described by the sentence below. */
export function Popup(props: ViewProps): JSX.Element {
  const { state, strings: s, actions } = props;
  const { ask } = state.decision;
  const kind = ask === 'nothing' ? 'email+phone' : ask;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is one on the backdrop; Escape is its key, and `cancel` hears it
    <dialog
      class="popup"
      aria-labelledby="heading"
      aria-describedby={state.panel ? undefined : 'body'}
      lang={s.locale}
      dir={s.direction}
      // Never prevented: Escape and the back gesture of Android always close.
      onCancel={() => actions.close('escape')}
      onClick={(event) => {
        if (event.target === event.currentTarget) actions.close('backdrop');
      }}
    >
      <div class="sheet">
        <button type="button" class="close" data-ha="close" aria-label={s.close} onClick={() => actions.close('close')}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
          </svg>
        </button>
        <h2 id="heading" tabIndex={-1}>
          {state.panel
            ? s.resultHeading[state.panel.kind]
            : ownText(props, 'heading', s.heading[kind].replace('{brand}', props.settings.brand))}
        </h2>
        {state.panel ? (
          <ResultPanel {...props} />
        ) : (
          <>
            <p id="body" class="body">
              {ownText(props, 'body', s.body[kind])}
            </p>
            <Form {...props} />
          </>
        )}
      </div>
    </dialog>
  );
}
