// Choosing a popup, and looking at it.
import { render } from 'preact';
import { tookFocus } from '../playground/messages.ts';
import { Playground } from './playground/Playground.tsx';
import { keepFocus } from './shared/keepFocus.ts';

const root = document.getElementById('playground');
if (root) {
  const { frame = 'frame.html', art = 'art/' } = root.dataset;
  root.replaceChildren();
  keepFocus(document, tookFocus);
  render(<Playground frame={frame} art={art} />, root);
}
