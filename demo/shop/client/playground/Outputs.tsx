import { useRef, useState } from 'preact/hooks';
import { type Choice, changed } from '../../playground/choice.ts';
import { jsonOf, withJson } from '../../playground/looks.ts';
import { npmOf } from '../../playground/npmOf.ts';
import { tagOf } from '../../playground/tagOf.ts';
import { TextField } from './fields.tsx';

interface OutputsProps {
  readonly choice: Choice;
  readonly setChoice: (choice: Choice) => void;
  /** Says something to a screen reader. */
  readonly onSaid: (words: string) => void;
}

/** What is taken home: the tag, the npm snippet, the file. */
export function Outputs({ choice, setChoice, onSaid }: OutputsProps) {
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const load = () => {
    const loaded = withJson(choice, text);
    setWrong(!loaded);
    if (!loaded) return onSaid('This text holds no looks.');
    setChoice(loaded);
    setText('');
    onSaid('Loaded.');
  };
  const { options } = choice;
  return (
    <section id="code" aria-labelledby="code-title">
      <h2 id="code-title">Take it</h2>
      <div class="play-where">
        <TextField
          options={{ src: choice.src }}
          set={(_path, src) => setChoice({ ...choice, src: String(src) })}
          path="src"
          label="Address of the script"
        />
        <TextField
          options={options}
          set={(path, value) => setChoice({ ...choice, options: changed(options, path, value) })}
          path="config"
          label="Address of a hosted file (leave it empty to keep all in the tag)"
          placeholder="https://your-shop.example/signup.json"
        />
      </div>
      <div class="play-outputs">
        <Output id="tag" title="Script tag" text={tagOf(choice)} />
        <Output id="npm" title="npm module" text={npmOf(choice)} />
        <Output id="json" title="JSON to host: looks, words, moment" text={jsonOf(options)} />
        <div class="play-output">
          <h3>
            <label for="load">Load such a JSON</label>
          </h3>
          <textarea
            id="load"
            rows={6}
            spellcheck={false}
            value={text}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? 'load-problem' : undefined}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          {isWrong && (
            <p id="load-problem" class="play-problem">
              This is no JSON, or it says nothing of looks, words or moment.
            </p>
          )}
          <p>
            <button type="button" class="button plain" onClick={load}>
              Load
            </button>
          </p>
        </div>
      </div>
    </section>
  );
}

interface OutputProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

function Output({ id, title, text }: OutputProps) {
  const [copied, setCopied] = useState<{ readonly text: string; readonly says: string }>();
  const code = useRef<HTMLPreElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, says: 'Copied.' });
    } catch {
      // Without permission, or on a page without TLS: selected, for the keyboard's own copy.
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setCopied({ text, says: 'Selected: copy it with the keyboard.' });
    }
  };
  return (
    <div class="play-output">
      <h3 id={`${id}-title`}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and what scrolls must be reached by the keyboard */}
      <section class="play-scrolls" tabIndex={0} aria-labelledby={`${id}-title`}>
        <pre id={id} ref={code}>
          {text}
        </pre>
      </section>
      <p>
        <button type="button" class="button" onClick={copy}>
          Copy<span class="unseen"> {title}</span>
        </button>
        {/* What has changed since is no longer what was copied. */}
        <span class="play-copied" role="status">
          {copied?.text === text ? copied.says : ''}
        </span>
      </p>
    </div>
  );
}
