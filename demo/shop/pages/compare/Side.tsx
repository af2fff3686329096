import type { SideName, SideState, StageState } from '../../compare/stage.ts';
import { findingWords, meaningOf } from '../../compare/verdict.ts';
import { ProfileCards } from '../ProfileCards.tsx';
import { countOf, ruleWords } from '../profileWords.ts';

interface SideProps {
  readonly name: SideName;
  readonly state: StageState;
}

const words: Readonly<Record<SideName, { readonly title: string; readonly what: string }>> = {
  plain: { title: 'A plain popup', what: 'Asks everybody for the number.' },
  hello: { title: 'Hello Again', what: 'Asks for what is missing.' },
};

/** One phone, and under it the result. */
export function Side({ name, state }: SideProps) {
  const { scenario } = state;
  const side = state.sides[name];
  const { title, what } = words[name];
  return (
    <section class={`side is-${name}`} aria-labelledby={`${name}-title`} data-side={name} data-store={side.store}>
      <div class="device">
        <header class="side-head">
          <h2 id={`${name}-title`}>{title}</h2>
          <p class="asked">{side.asked ?? what}</p>
        </header>
        <div class="handset">
          <div class="screen">
            {/* The page's script puts the frame in here. */}
            <div class="screen-inside" />
            {state.phase !== 'playing' && state.phase !== 'done' && (
              <p class="whose">{scenario.device ?? `${scenario.who.name}’s phone`}</p>
            )}
          </div>
        </div>
      </div>
      <Outcome side={side} state={state} />
    </section>
  );
}

/** The verdict, and the profiles from which it is computed. */
function Outcome({ side, state }: { readonly side: SideState; readonly state: StageState }) {
  const { who } = state.scenario;
  const { verdict } = side;
  if (!verdict) {
    return (
      <div class="outcome is-empty">
        <p>{side.store ? 'Nothing on file has changed yet.' : 'The profiles appear here as they change.'}</p>
      </div>
    );
  }
  const { title, tone } = findingWords[verdict.finding];
  return (
    <div class="outcome" data-finding={verdict.finding}>
      <p class={`verdict is-${tone}`}>
        <strong>{title}</strong>
        <span>{meaningOf(verdict, who.name)}</span>
      </p>
      <p class="holds">
        <strong>{countOf(verdict.profiles)}</strong> of {who.name}. Rules: {ruleWords[state.rules].name}
      </p>
      <ProfileCards profiles={side.profiles} changes={side.changes} isCompact />
    </div>
  );
}
