import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlaygroundPlaces } from '../../pages/playground/PlaygroundBody.tsx';
import { type Bag, type Choice, changed, defaultSrc, fromHash, toHash } from '../../playground/choice.ts';
import { flagsOf, type Measured } from '../../playground/flags.ts';
import { type Moment, previewOf } from '../../playground/previewOf.ts';
import { type Reason, themeNotice } from '../../playground/rules.ts';
import { placeholders, templatesWith, withTemplate } from '../../playground/templates.ts';
import { verdictsOf } from '../../playground/visits.ts';
import { askWords } from './askWords.ts';
import { Choices } from './Choices.tsx';
import { Flags } from './Flags.tsx';
import { Outputs } from './Outputs.tsx';
import { Previews } from './Previews.tsx';
import { Templates } from './Templates.tsx';
import { Visitors, VisitorTable } from './Visitors.tsx';

/** Milliseconds after the last key: a screen reader is not to be told of each. */
const pause = 900;

export function Playground({ frame, art }: PlaygroundPlaces) {
  const templates = useMemo(() => templatesWith(art), [art]);
  const first = () => {
    const [template] = templates;
    const empty: Choice = { src: defaultSrc, options: placeholders };
    return fromHash(location.hash) ?? (template ? withTemplate(empty, template) : empty);
  };
  const [choice, setChoice] = useState(first);
  const [reason, setReason] = useState<Reason>('unknown');
  const [moment, setMoment] = useState<Moment>('form');
  const [measured, setMeasured] = useState<Measured>();
  const [said, setSaid] = useState('');

  const { options } = choice;
  const setOptions = (next: Bag) => setChoice({ ...choice, options: next });
  const set = (path: string, value: unknown) => setOptions(changed(options, path, value));

  const verdicts = useMemo(() => verdictsOf(options), [options]);
  // What is missing is flagged, and keeps nobody from looking while it is.
  const looks = useMemo(() => verdictsOf({ ...placeholders, sender: {}, ...options }), [options]);
  const verdict = verdicts.find((one) => one.reason === reason);
  const ask = looks.find((one) => one.reason === reason)?.ask ?? 'nothing';
  const shown = useMemo(() => previewOf(choice, ask, moment, art), [choice, ask, moment, art]);
  const themed = useMemo(() => themeNotice(document.body, options), [options]);
  const flags = flagsOf(choice, art, themed, measured);
  const problems = flags.filter(({ tone }) => tone === 'bad').length;

  useEffect(() => {
    history.replaceState(history.state, '', `#${toHash(choice)}`);
  }, [choice]);
  // The address that somebody pastes or goes back to. A link within the page, as the one to the content, must not lose the choice.
  useEffect(() => {
    const read = () => setChoice((now) => fromHash(location.hash) ?? { ...now });
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    const asks = ask === 'nothing' ? 'Nothing is shown' : `The preview asks for ${askWords[ask]}`;
    const mend = problems === 0 ? 'nothing to mend' : problems === 1 ? '1 thing to mend' : `${problems} things to mend`;
    const timer = setTimeout(() => setSaid(`${asks}; ${mend}.`), pause);
    return () => clearTimeout(timer);
  }, [ask, problems]);

  return (
    <>
      <p class="unseen" role="status">
        {said}
      </p>
      <Templates templates={templates} onChoose={(template) => setChoice(withTemplate(choice, template))} />
      <div class="play">
        <section class="play-choices" id="choices" aria-labelledby="choices-title">
          <h2 id="choices-title">Choose</h2>
          <Choices options={options} set={set} setAll={setOptions} />
        </section>
        <section class="play-seen" id="preview" aria-labelledby="preview-title">
          <h2 id="preview-title">Look</h2>
          <Visitors verdicts={verdicts} verdict={verdict} moment={moment} onVisitor={setReason} onMoment={setMoment} />
          <Previews frame={frame} shown={shown} onMeasured={setMeasured}>
            <Flags flags={flags} />
          </Previews>
        </section>
      </div>
      <VisitorTable verdicts={verdicts} />
      <Outputs choice={choice} setChoice={setChoice} onSaid={setSaid} />
      <nav class="play-jump" aria-label="On this page">
        {parts.map(([id, words]) => (
          <button key={id} type="button" onClick={() => jumpTo(id)}>
            {words}
          </button>
        ))}
      </nav>
    </>
  );
}

const parts = [
  ['choices', 'Choose'],
  ['preview', 'Look'],
  ['code', 'Take it'],
] as const;

/** By a button and no link: the address behind `#` holds the choice. */
function jumpTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  const heading = part?.querySelector('h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
