import { useState } from 'preact/hooks';
import { languages } from '../../pages/choices.ts';
import { type Bag, textAt } from '../../playground/choice.ts';
import { Destination } from './Destination.tsx';
import { ExtraFields } from './ExtraFields.tsx';
import {
  ChoiceField,
  ColorField,
  Flag,
  Group,
  Item,
  NumberField,
  Select,
  type SetOption,
  TextField,
} from './fields.tsx';

interface ChoicesProps {
  readonly options: Bag;
  readonly set: SetOption;
  readonly setAll: (options: Bag) => void;
}

const regions = {
  '': 'None: the strictest rules',
  us: 'United States',
  ca: 'Canada',
  uk: 'United Kingdom',
  eu: 'European Union',
  au: 'Australia',
};

const names = new Intl.DisplayNames(['en'], { type: 'language' });
const locales = { '': 'The page’s', ...Object.fromEntries(languages.map((tag) => [tag, names.of(tag) ?? tag])) };

/** Whose words are written: everybody's, or those of one ask. */
const asks = {
  texts: 'everybody',
  'texts.email+phone': 'who is asked for email and number',
  'texts.phone': 'who is asked for the number',
  'texts.email': 'who is asked for the email',
  'texts.consent': 'who is asked for consent',
};

/** All choices but where to start. */
export function Choices({ options, set, setAll }: ChoicesProps) {
  const own = { options, set };
  const ofCoupon = { options, set: (path: string, value: unknown) => setAll(withCoupon(options, path, value)) };
  const [words, setWords] = useState('texts');
  const isManual = Object(options.trigger).manual === true;
  return (
    <>
      <Group title="Words" isOpen>
        <Select id="words-for" label="Words for" choices={asks} value={words} onChoose={setWords} />
        <TextField {...own} path={`${words}.heading`} label="Heading" />
        <TextField {...own} path={`${words}.body`} label="Text below it" isLong />
        <TextField {...own} path={`${words}.button`} label="Button" />
        <TextField {...own} path={`${words}.success`} label="After the sign-up" />
        <ChoiceField
          {...own}
          path="locale"
          label="Language"
          choices={locales}
          help="Your own words are not translated."
        />
      </Group>
      <Group title="Looks">
        <ChoiceField
          {...own}
          path="theme.preset"
          label="Theme"
          choices={{ '': 'As usual: plain', plain: 'Plain', warm: 'Warm', night: 'Night' }}
        />
        <ColorField {...own} path="theme.accent" label="Accent: buttons, links" />
        <ColorField {...own} path="theme.surface" label="Background" />
        <ColorField {...own} path="theme.text" label="Text colour" />
        <NumberField {...own} path="theme.radius" label="Corners, in pixels" max={40} />
        <TextField {...own} path="theme.font" label="Font" placeholder="the page’s" help="As CSS: Georgia, serif" />
        <TextField {...own} path="theme.picture" label="Address of a picture" />
        <TextField
          {...own}
          path="theme.pictureText"
          label="What the picture shows"
          help="Empty where it is decoration."
        />
        <ChoiceField
          {...own}
          path="theme.scheme"
          label="By day and by night"
          choices={{ '': 'As the visitor’s device', light: 'Always light', dark: 'Always dark' }}
        />
      </Group>
      <Group title="Layout and steps">
        <ChoiceField
          {...own}
          path="layout"
          label="Layout"
          choices={{
            '': 'As usual: by the screen',
            auto: 'Dialog; on a phone a flyout',
            modal: 'Dialog',
            flyout: 'Flyout',
            inline: 'In the page',
          }}
        />
        {(options.layout === 'inline' || options.into !== undefined) && (
          <TextField {...own} path="into" label="Element to draw it in" help="A CSS selector: #newsletter" />
        )}
        <ChoiceField
          {...own}
          path="theme.position"
          label="Place of flyout and teaser"
          choices={{
            '': 'As usual: end of the line',
            start: 'Start of the line',
            end: 'End of the line',
            bar: 'Bar across the foot',
            panel: 'Panel of full height',
          }}
        />
        <ChoiceField
          {...own}
          path="steps"
          label="Steps"
          choices={{ '': 'One', two: 'Two: the email, then the number' }}
        />
        <Flag {...own} path="teaser" label="A tab at the edge opens it again" />
      </Group>
      <Group title="Your shop and the law">
        <TextField {...own} path="brand" label="Brand" />
        <TextField {...own} path="terms" label="Address of the terms" />
        <TextField {...own} path="privacy" label="Address of the privacy policy" />
        <ChoiceField {...own} path="region" label="Region of your readers" choices={regions} />
        {(options.region === 'ca' || options.sender !== undefined) && (
          <>
            <TextField {...own} path="sender.name" label="Sender’s name" />
            <TextField {...own} path="sender.address" label="Sender’s postal address" />
            <TextField
              {...own}
              path="sender.contact"
              label="Sender’s contact"
              help="An email, number or web address."
            />
          </>
        )}
        <NumberField {...own} path="textsPerMonth" label="Texts a month" help="Empty: “how often varies”." />
        <ChoiceField
          {...own}
          path="storage"
          label="May this site store?"
          choices={{ '': 'No', banner: 'After my cookie banner allows it', allowed: 'Yes' }}
        />
      </Group>
      <Group title="When it opens">
        <Flag {...own} path="trigger.manual" label="Only when my page calls open()" />
        {!isManual && (
          <>
            <NumberField {...own} path="trigger.delay" label="After seconds" unit={1000} />
            <NumberField {...own} path="trigger.scroll" label="After per cent of the page" min={1} max={100} />
            <Flag {...own} path="trigger.exit" label="When the visitor is about to leave" />
          </>
        )}
        <TextField {...own} path="trigger.click" label="At a click on" help="A CSS selector: .notify-me" />
        <NumberField {...own} path="frequency.quietDays" label="Days of quiet after it was closed" />
        <NumberField {...own} path="frequency.maxShows" label="Times that it may open by itself" />
      </Group>
      <Group title="Extra fields">
        <ExtraFields {...own} />
      </Group>
      <Group title="Coupon">
        <TextField {...ofCoupon} path="coupon.code" label="Code" />
        <ChoiceField
          {...ofCoupon}
          path="coupon.when"
          label="Shown"
          choices={{ '': 'Never', submitted: 'After the sign-up', receipt: 'When my collector’s answer brings one' }}
        />
      </Group>
      <Group title="Where sign-ups go">
        <Destination {...own} setAll={setAll} />
      </Group>
      <Group title="Who is asked for what">
        <ChoiceField
          {...own}
          path="collect"
          label="I want"
          choices={{ '': 'Email and number', email: 'Emails', phone: 'Numbers' }}
        />
        {options.collect === 'phone' && (
          <Flag
            {...own}
            path="allowPhoneOnly"
            label="Take a number alone from strangers"
            help="Makes second profiles of people you know."
          />
        )}
        <ChoiceField
          {...own}
          path="ask"
          label="The email is asked for"
          choices={{ '': 'Only when it is needed', 'always-email': 'Always' }}
        />
        <fieldset class="play-extra">
          <legend>Links of my mails come from</legend>
          {['klaviyo', 'mailchimp', 'hubspot', 'segment', 'shopify'].map((name) => (
            <Item key={name} {...own} path="identify" name={name} label={name} />
          ))}
        </fieldset>
        <fieldset class="play-extra">
          <legend>Also believed</legend>
          <Item {...own} path="trust" name="guessable" label="Ids that can be guessed" />
          <Item {...own} path="trust" name="clear" label="Email addresses in links" />
        </fieldset>
      </Group>
    </>
  );
}

/** A code is shown at some moment: the usual one, unless another is chosen. Without a moment there is no coupon. */
function withCoupon(options: Bag, path: string, value: unknown): Bag {
  const { coupon, ...others } = options;
  const when = textAt(options, 'coupon.when') || 'submitted';
  if (path === 'coupon.when') {
    return value === '' ? others : { ...options, coupon: { ...Object(coupon), when: value } };
  }
  if (value !== '') return { ...options, coupon: { code: value, when } };
  return when === 'receipt' ? { ...options, coupon: { when } } : others;
}
