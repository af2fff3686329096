/** Regions that the consent text knows, as the option has them. */
export const regions = ['us', 'ca', 'uk', 'eu', 'au'] as const;

/** Languages that the popup has, BCP 47. */
export const languages = ['en', 'es', 'fr', 'de', 'it', 'pt-BR', 'nl', 'pl', 'sv', 'ja', 'ko', 'ar'] as const;
