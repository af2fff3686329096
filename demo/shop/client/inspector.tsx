// The inspector: draws what the popup in the frame beside it says of itself, and nothing else.
import { render } from 'preact';
import { InspectorView } from './inspect/InspectorView.tsx';
import { watchShop } from './inspect/watchShop.ts';

const place = document.getElementById('inspector');
const frame = document.querySelector<HTMLIFrameElement>('#shop');
if (place && frame) watchShop(frame, (sight) => render(<InspectorView {...sight} />, place));
