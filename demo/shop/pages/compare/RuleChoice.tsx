import { type RuleSetName, ruleSetNames } from '../../../collector/rules/types.ts';
import { ruleWords } from '../profileWords.ts';

interface RuleProps {
  readonly rules: RuleSetName;
  readonly onRule: ((rules: RuleSetName) => void) | undefined;
}

/** Which rules the platform behind both phones follows. The player repeats their name, so that it never leaves the screen. */
export function RuleChoice({ rules, onRule }: RuleProps) {
  return (
    <section class="platform-rules" aria-labelledby="rules-title">
      <h2 id="rules-title">
        The platform’s rules: <span class="rules-name">{ruleWords[rules].name}</span>
      </h2>
      <div class="segments">
        {ruleSetNames.map((name) => (
          <button key={name} type="button" aria-pressed={name === rules} onClick={() => onRule?.(name)}>
            {ruleWords[name].name}
          </button>
        ))}
      </div>
      <p class="small">{ruleWords[rules].what}</p>
    </section>
  );
}
