import { openingWords, type Step } from '../guide/guideWords.ts';

const steps = [
  // To the mail itself: by keyboard its link is the next stop.
  [1, '/inbox#mail-newsletter', 'Open Penny’s mail'],
  [2, '/product/house-blend', 'Leave a number'],
  [3, '/profiles', 'See the profiles'],
] as const;

/** The slim tour above the shop, with a sentence on what has just happened. It is the demo's, not the shop's, and looks it. */
export function GuideBar({ step }: { readonly step: Step | undefined }) {
  return (
    <nav class="guide" id="guide" aria-label="Tour of the demo" data-step={step}>
      <ol>
        {steps.map(([number, href, label]) => (
          <li key={number}>
            <a href={href} data-step={number} aria-current={number === step ? 'step' : undefined}>
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
      <p class="guide-says" id="guide-says" role="status">
        {openingWords[step ?? 1]}
      </p>
      <p class="guide-card" id="guide-card" popover="manual" />
    </nav>
  );
}
