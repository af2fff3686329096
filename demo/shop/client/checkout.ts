// What an owner writes for a checkout of their own: which fields there are, and where the consent may stand.
import { pushCommand } from './shared/signup.ts';

pushCommand('watchCheckout', { email: '#email', phone: '#phone', slot: '#sms-consent' });
