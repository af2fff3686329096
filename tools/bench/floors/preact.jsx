// The same hand-written popup with Preact, without rules for phone numbers.
import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

function Popup() {
  const dialog = useRef(null);
  const input = useRef(null);
  const [state, setState] = useState('form');
  useLayoutEffect(() => {
    dialog.current.showModal();
    input.current.focus();
  }, []);
  const send = async (event) => {
    event.preventDefault();
    const body = JSON.stringify({ phone: input.current.value });
    const answer = await fetch('/v1/submissions', { method: 'POST', body });
    setState(answer.ok ? 'sent' : 'failed');
  };
  return (
    <dialog ref={dialog}>
      {state === 'sent' ? (
        <p role="status">Thank you.</p>
      ) : (
        <form onSubmit={send}>
          <label>
            Mobile number <input ref={input} type="tel" name="phone" autocomplete="tel" required />
          </label>
          <button type="submit">Sign up</button>
          {state === 'failed' && <p role="status">That did not work. Please try again.</p>}
        </form>
      )}
    </dialog>
  );
}

export function open() {
  const host = document.createElement('div');
  document.body.append(host);
  render(<Popup />, host);
}
