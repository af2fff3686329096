// A stand-in for the page's consent platform: shows the question and passes the answer on, without remembering it.
import { pushCommand } from './shared/signup.ts';

const banner = document.getElementById('cookie-banner');

if (banner) {
  banner.hidden = false;
  for (const button of banner.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      pushCommand('setConsent', button.dataset.answer === 'granted' ? 'granted' : 'denied');
      banner.hidden = true;
    });
  }
}
