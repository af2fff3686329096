/**
 * The shapes of HubSpot's forms API, as far as they are used.
 *
 * Documented, looked at on 2026-11-24:
 * https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated
 * It lets any page send, needs no key, and takes 50 requests in ten seconds
 * (https://developers.hubspot.com/docs/methods/forms/v2/submit_form). A field that the form has not is refused as a whole:
 * https://developers.hubspot.com/changelog/validation-change-to-the-forms-api-submission-endpoints
 *
 * Public code alone: the host of European accounts, and the sentences of a refusal.
 */

export const hosts = { na1: 'https://api.hsforms.com', eu1: 'https://api-eu1.hsforms.com' } as const;

/** `POST /submissions/v3/integration/submit/{portalId}/{formGuid}` */
export interface FormRequest {
  /** Milliseconds since 1970, as a text. */
  readonly submittedAt: string;
  /** `0-1` is a contact. */
  readonly fields: readonly { readonly objectTypeId: '0-1'; readonly name: string; readonly value: string }[];
  readonly context: {
    /** The cookie `hubspotutk`. */
    readonly hutk?: string;
    readonly pageUri: string;
  };
  readonly legalConsentOptions?: {
    readonly consent: {
      readonly consentToProcess: boolean;
      readonly text: string;
      readonly communications: readonly {
        readonly value: boolean;
        readonly subscriptionTypeId: number;
        readonly text: string;
      }[];
    };
  };
}

/** A refusal: `Error in 'fields.email'. Invalid email address`, `INVALID_EMAIL`. */
export interface ErrorBody {
  readonly errors?: readonly { readonly message?: string; readonly errorType?: string }[];
}
