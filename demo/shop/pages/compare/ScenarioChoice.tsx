import { type Scenario, scenarios } from '../../compare/scenarios.ts';
import type { StageState } from '../../compare/stage.ts';

interface ChoiceProps {
  readonly state: StageState;
  readonly onChoose: ((scenario: Scenario) => void) | undefined;
}

/** The journeys to choose from, and the chosen one in a sentence. */
export function ScenarioChoice({ state, onChoose }: ChoiceProps) {
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
