import type { StageActions, StageState } from '../../compare/stage.ts';
import { ruleWords } from '../profileWords.ts';

/** The bar that stays in sight: the button, what is happening, the clock, and under which rules. */
export function Player({ state, actions }: { readonly state: StageState; readonly actions: StageActions | undefined }) {
  const { phase, scenario, rules, seconds, says, step } = state;
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
          <span>
            Rules: <strong>{ruleWords[rules].name}</strong>
          </span>
          <progress
            value={phase === 'done' ? scenario.steps.length : Math.max(0, step - 0.5)}
            max={scenario.steps.length}
            aria-label="Steps"
          />
          <span class="clock">{Math.round(seconds)} s</span>
        </p>
      </div>
    </div>
  );
}
