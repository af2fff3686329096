import type { ComponentChildren, JSX } from 'preact';
import { shownFields } from '../core/flow/shownFields.ts';
import { Form, ownText } from './Form.tsx';
import { asNew } from './fill.tsx';
import type { ViewProps } from './view.ts';

/** The popup in its layout: named by its heading, described by the sentence below. */
export function Popup(props: ViewProps): JSX.Element {
  const { state, strings: s, actions, layout, picture } = props;
  const { ask } = state.decision;
  const isSecond = state.first !== undefined && shownFields(state).step === 2;
  const kind = isSecond ? 'phone' : ask === 'nothing' ? 'email+phone' : ask;
  return (
    <Frame {...props}>
      {picture && !state.panel && (
        <img
          class="picture"
          part="picture"
          src={picture.url}
          alt={picture.text}
          // A hole with the browser's sign of a broken picture is worse than none.
          onError={({ currentTarget }) => {
            currentTarget.hidden = true;
          }}
        />
      )}
      <div class="sheet">
        {layout !== 'inline' && (
          <button
            type="button"
            class="close"
            part="close"
            data-ha="close"
            aria-label={s.close}
            onClick={() => actions.close('close')}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
            </svg>
          </button>
        )}
        <h2 id="heading" part="heading" tabIndex={-1}>
          {asNew(state.panel ? s.resultHeading[state.panel.kind] : ownText(props, 'heading', s.heading[kind], kind))}
        </h2>
        {state.panel ? (
          props.later && <props.later.Result {...props} />
        ) : (
          <>
            <p id="body" class="body" part="body">
              {asNew(isSecond ? s.stepTaken : ownText(props, 'body', s.body[kind], kind))}
            </p>
            {state.isBrief ? (
              <button type="button" class="main" part="button" data-ha="unfold" onClick={actions.unfold}>
                {ownText(props, 'button', s.signUp, kind)}
              </button>
            ) : (
              <Form {...props} />
            )}
          </>
        )}
      </div>
    </Frame>
  );
}

/** Selecting text inside and releasing the button outside is no click outside. */
let isPressedBeside = false;

/** A native dialog; a flyout, which leaves the page usable; or a part of the page. */
function Frame({
  layout,
  position,
  state,
  strings: s,
  actions,
  children,
}: ViewProps & { children: ComponentChildren }): JSX.Element {
  const named = {
    part: 'dialog',
    'data-layout': layout,
    'data-position': position,
    'data-brief': state.isBrief ? '' : undefined,
    'aria-labelledby': 'heading',
    'aria-describedby': state.panel ? undefined : 'body',
    lang: s.locale,
    dir: s.direction,
  } as const;
  // Elsewhere on the page Escape is the page's. WebKit before adopted style sheets closes no dialog by it while somebody types.
  const onKeyDown = (event: KeyboardEvent) => {
    const isOurs = layout === 'flyout' || !('adoptedStyleSheets' in document);
    if (isOurs && event.key === 'Escape') actions.close('escape');
  };
  if (layout === 'inline') {
    return (
      <section class="popup" {...named}>
        {children}
      </section>
    );
  }
  if (layout === 'flyout') {
    return (
      // `show()` and a popover `<dialog>` would take the focus; a labelled group with this role does not.
      <div class="popup" role="dialog" {...named} onKeyDown={onKeyDown}>
        {children}
      </div>
    );
  }
  return (
    <dialog
      class="popup"
      {...named}
      // Never prevented: Escape and the back gesture of Android always close.
      onCancel={() => actions.close('escape')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isPressedBeside = event.target === event.currentTarget;
      }}
      onClick={(event) => {
        if (isPressedBeside && event.target === event.currentTarget) actions.close('backdrop');
      }}
    >
      {children}
    </dialog>
  );
}
