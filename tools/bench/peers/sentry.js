// Sentry's feedback form, opened by the page: https://docs.sentry.io/platforms/javascript/user-feedback/configuration/
import { feedbackIntegration, init } from '@sentry/browser';

const feedback = feedbackIntegration({ autoInject: false });
init({ dsn: `${location.protocol}//key@${location.host}/1`, integrations: [feedback] });

export async function open() {
  const form = await feedback.createForm();
  form.appendToDom();
  form.open();
}
