// The hand-written popup with React and react-phone-number-input, its flags (pictures from another host) left out.
import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import PhoneInput, { isValidPhoneNumber } from 'react-phone-number-input';

function Popup() {
  const dialog = useRef(null);
  const input = useRef(null);
  const [phone, setPhone] = useState();
  const [state, setState] = useState('form');
  useLayoutEffect(() => {
    dialog.current.showModal();
    input.current.focus();
  }, []);
  const send = async (event) => {
    event.preventDefault();
    if (!phone || !isValidPhoneNumber(phone)) {
      setState('invalid');
      return;
    }
    const answer = await fetch('/v1/submissions', { method: 'POST', body: JSON.stringify({ phone }) });
    setState(answer.ok ? 'sent' : 'failed');
  };
  return (
    <dialog ref={dialog}>
      {state === 'sent' ? (
        <p role="status">Thank you.</p>
      ) : (
        <form onSubmit={send}>
          <label htmlFor="phone">Mobile number</label>
          <PhoneInput
            ref={input}
            id="phone"
            defaultCountry="GB"
            value={phone}
            onChange={setPhone}
            flagComponent={({ country }) => <span>{country}</span>}
          />
          <button type="submit">Sign up</button>
          {state !== 'form' && <p role="status">That did not work.</p>}
        </form>
      )}
    </dialog>
  );
}

export function open() {
  const host = document.createElement('div');
  document.body.append(host);
  createRoot(host).render(<Popup />);
}
