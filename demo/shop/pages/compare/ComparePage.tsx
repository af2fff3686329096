import type { StageState } from '../../compare/stage.ts';
import { Layout, type PageContext } from '../Layout.tsx';
import { Stage } from './Stage.tsx';

interface CompareProps {
  readonly context: PageContext;
  readonly stage: StageState;
  /** Where the forum lies, if it can. */
  readonly forum: string | undefined;
}

/** The shop window: one visitor, two popups. The page's script takes over from here. */
export function ComparePage({ context, stage, forum }: CompareProps) {
  return (
    <Layout context={context} title="Compare" styles={['profiles', 'compare']} modules={['compare']} hasGuide={false}>
      <noscript>
        <p class="lead">This page plays two popups side by side, and needs JavaScript for it.</p>
      </noscript>
      <div id="compare" data-scenario={stage.scenario.id} data-rules={stage.rules} data-forum={forum}>
        <Stage state={stage} />
      </div>
    </Layout>
  );
}
