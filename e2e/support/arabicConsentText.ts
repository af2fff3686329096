/** We have no Arabic consent text, so this is a shop's own, for right-to-left tests. */
export const arabicConsentText = {
  version: 'harbor-ar-1',
  sms: 'أرسلوا إليّ عروض {brand} في رسائل نصية.',
  smsNamed: 'أرسلوا إليّ عروض {brand} في رسائل نصية إلى {number}.',
  smsPrint: '{frequency}. أجب STOP للإيقاف في أي وقت. {terms} · {privacy}',
  email: 'أرسلوا إليّ عروض {brand} بالبريد.',
  emailPrint: 'يمكن سحب الموافقة في أي وقت. {privacy}',
  terms: 'الشروط',
  privacy: 'الخصوصية',
};
