import type { PopupSession } from './context.ts';
import type { CodeState } from './core/flow/codeStep.ts';
import type { Panel } from './core/flow/state.ts';
import { fetchFile } from './fetchFile.ts';

/** Shows the code step in the open popup, once its code has come; until then its panel says that what was given was taken. */
export async function askForCode(
  { context, view, undos, dispatch, close, state }: PopupSession,
  panel: Panel & { readonly kind: 'verify' },
): Promise<void> {
  const { CodeStep, createCodeStep } = await fetchFile(context, 'verify', () => import('./verify.ts'));
  if (state().panel !== panel || !context.popup) return;
  const draw = (codeState: CodeState) =>
    view.update({ code: { Step: CodeStep, state: codeState, actions: step.actions } });
  let hadProblem = false;
  const step = createCodeStep({
    context,
    panel,
    onChange(codeState) {
      draw(codeState);
      if (codeState.problem && !hadProblem) view.focusProblem();
      hadProblem = codeState.problem !== undefined;
    },
    onDone(receipt) {
      step.stop();
      dispatch({ type: 'done', panel: { kind: 'success', receipt } });
    },
    onLater: () => close('done'),
  });
  undos.push(step.stop);
  draw(step.state());
  view.focusCode();
}
