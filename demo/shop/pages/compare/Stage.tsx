import { type StageActions, type StageState, sideNames } from '../../compare/stage.ts';
import { Overview } from './Overview.tsx';
import { Player } from './Player.tsx';
import { RuleChoice } from './RuleChoice.tsx';
import { ScenarioChoice } from './ScenarioChoice.tsx';
import { Side } from './Side.tsx';

/** The whole comparison. Drawn by the server first, and by the page's script from then on. */
export function Stage({ state, actions }: { readonly state: StageState; readonly actions?: StageActions }) {
  return (
    <>
      <div
        class="stage"
        data-phase={state.phase}
        data-scenario={state.scenario.id}
        data-rules={state.rules}
        data-seconds={state.seconds.toFixed(1)}
      >
        <div class="panel">
          <h1>One visitor, two popups</h1>
          <p class="lead">
            The same visitor in two phones, at the same time. Watch what the shop’s platform makes of it.
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
