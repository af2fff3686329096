import type { Explanation } from '../../../../widget/index.ts';

/** When it would open by itself: the moments that it waits for, and what must hold besides. */
export function Trigger({ trigger }: Pick<Explanation, 'trigger'>) {
  const { waitsFor, conditions } = trigger;
  return (
    <ul class="claims">
      {waitsFor.length === 0 && <li>Opens by itself at no time: by a press, or by the page’s own script.</li>}
      {waitsFor.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {conditions.map(({ name, holds, says }) => (
        <li key={name}>
          <span class={`chip is-${holds ? 'good' : 'quiet'}`}>{holds ? 'holds' : 'does not hold'}</span> {says}
        </li>
      ))}
    </ul>
  );
}
