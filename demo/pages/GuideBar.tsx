/** A step of the tour through the demo. */
export type Step = 1 | 2 | 3;

const steps = [
  [1, '/inbox', 'Open Penny’s mail'],
  [2, '/product/house-blend', 'Leave a number'],
  [3, '/profiles', 'See the profiles'],
] as const;

/** The slim tour above the shop. It is the demo's, not the shop's, and looks it. */
export function GuideBar({ step }: { readonly step: Step | undefined }) {
  return (
    <nav class="guide" aria-label="Tour of the demo">
      <ol>
        {steps.map(([number, href, label]) => (
          <li key={number}>
            <a href={href} aria-current={number === step ? 'step' : undefined}>
              <span class="guide-number" aria-hidden="true">
                {number}
              </span>
              <span>
                <span class="unseen">Step {number}: </span>
                {label}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
