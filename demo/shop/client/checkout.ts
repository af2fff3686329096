// What an owner writes for their own checkout: its fields, and the element for the consent.
import { pushCommand } from './shared/signup.ts';

pushCommand('watchCheckout', { email: '#email', phone: '#phone', slot: '#sms-consent' });
