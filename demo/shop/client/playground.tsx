// Choosing a popup, and looking at it.
import { render } from 'preact';
import { Playground } from './playground/Playground.tsx';

const root = document.getElementById('playground');
if (root) {
  const { frame = 'frame.html', art = 'art/' } = root.dataset;
  root.replaceChildren();
  render(<Playground frame={frame} art={art} />, root);
}
