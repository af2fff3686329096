import { type RuleSetName, ruleSetNames } from '../../../collector/rules/types.ts';
import { type Scenario, scenarios } from '../../compare/scenarios.ts';
import { type StageActions, type StageState, sideNames } from '../../compare/stage.ts';
import { ruleWords } from '../profileWords.ts';
import { Overview } from './Overview.tsx';
import { Side } from './Side.tsx';

/** The whole comparison. Drawn by the server first, and by the page's script from then on. */
export function Stage({ state, actions }: { readonly state: StageState; readonly actions?: StageActions }) {
  return (
    <>
      <div class="stage" data-phase={state.phase} data-scenario={state.scenario.id} data-rules={state.rules}>
        <div class="panel">
          <h1>One visitor, two popups</h1>
          <p class="lead">
            The same visitor on two phones, at the same time. Watch the profiles that the shop’s platform ends up with.
          </p>
          <ScenarioChoice state={state} onChoose={actions?.choose} />
          <RuleChoice rules={state.rules} onRule={actions?.rule} />
        </div>
        {sideNames.map((name) => (
          <Side key={name} name={name} state={state} />
        ))}
        <Player state={state} actions={actions} />
      </div>
      <Overview state={state} />
    </>
  );
}

interface ChoiceProps {
  readonly state: StageState;
  readonly onChoose: ((scenario: Scenario) => void) | undefined;
}

/** The journeys to choose from, and the chosen one in a sentence. */
function ScenarioChoice({ state, onChoose }: ChoiceProps) {
  const { scenario, hasForum } = state;
  return (
    <section class="journeys" aria-labelledby="journeys-title">
      <h2 id="journeys-title">The journey</h2>
      <div class="segments journey-chips">
        {scenarios.map((one) => (
          <button
            key={one.id}
            type="button"
            data-scenario={one.id}
            aria-pressed={one.id === scenario.id}
            disabled={one.id === 'public-link' && !hasForum}
            onClick={() => onChoose?.(one)}
          >
            {one.label}
          </button>
        ))}
      </div>
      <p class="story">{scenario.story}</p>
      {!hasForum && (
        <p class="small">
          The public link needs a forum on another host. Open this page as <code>localhost</code> to have one.
        </p>
      )}
    </section>
  );
}

interface RuleProps {
  readonly rules: RuleSetName;
  readonly onRule: ((rules: RuleSetName) => void) | undefined;
}

/** The rules of the platform behind both phones. The player repeats their name, so that it is always visible. */
function RuleChoice({ rules, onRule }: RuleProps) {
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

/** The bar that stays visible: the button, what is happening, and the rules. */
function Player({ state, actions }: { readonly state: StageState; readonly actions: StageActions | undefined }) {
  const { phase, scenario, rules, says } = state;
  const isPlaying = phase === 'playing';
  return (
    <div class="player">
      <button type="button" class="button play" onClick={() => (isPlaying ? actions?.stop() : actions?.play())}>
        {isPlaying ? 'Stop' : phase === 'idle' ? 'Play' : 'Play again'}
      </button>
      <div class="told">
        <p class="says" role="status">
          {says || `Press Play: ${scenario.label}.`}
        </p>
        <p class="under">
          Rules: <strong>{ruleWords[rules].name}</strong>
        </p>
      </div>
    </div>
  );
}
