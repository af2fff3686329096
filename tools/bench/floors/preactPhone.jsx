// The same hand-written popup with Preact and the rules for British numbers.
import parsePhoneNumber from 'libphonenumber-js/core';
import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import metadata from './metadata.44.json';

const messages = {
  invalid: 'This is not a mobile number.',
  failed: 'That did not work. Please try again.',
};

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
    const phone = parsePhoneNumber(input.current.value, 'GB', metadata);
    if (!phone?.isValid()) {
      setState('invalid');
      return;
    }
    const body = JSON.stringify({ phone: phone.number });
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
          {messages[state] && <p role="status">{messages[state]}</p>}
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
