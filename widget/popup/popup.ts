// What the popup's file gives the entry script.
import type { SignupContext } from '../signup/session.ts';
import { failed } from './failed.ts';
import { measure } from './measure.ts';
import { hearAnswers } from './otherPopups.ts';
import { plan as planWith } from './plan.ts';
import { prepare } from './prepare.ts';
import { show } from './show.ts';

export { show };

/** Plans when it opens. `decidedAt` in milliseconds since 1970. */
export function plan(context: SignupContext, decidedAt: number): void {
  context.missing.delete('popup');
  context.missing.delete('memory');
  hearAnswers(context);
  measure(context);
  const drawAndWait = () => {
    prepare(context).catch(() => {});
    planWith(
      context,
      decidedAt,
      (isByVisitor) => void show(context, isByVisitor).catch((error) => failed(context, error)),
    );
  };
  if (context.looks) void context.looks.then(drawAndWait);
  else drawAndWait();
}
