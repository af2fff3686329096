import { useSignup } from 'hello-again/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

function Shop() {
  const signup = useSignup({
    collector: '/v1/submissions',
    brand: 'Harbor Coffee',
    terms: '/terms',
    privacy: '/privacy',
    region: 'uk',
    storage: 'allowed',
  });
  return (
    <main>
      <h1>Harbor Coffee</h1>
      <button type="button" onClick={() => signup?.open()}>
        Get the newsletter
      </button>
    </main>
  );
}

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
