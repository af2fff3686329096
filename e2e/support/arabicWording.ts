/** There is no Arabic wording of ours: a shop's own, for tests of what runs from right to left. */
export const arabicWording = {
  version: 'harbor-ar-1',
  sms: 'أرسلوا إليّ عروض {brand} في رسائل نصية.',
  smsNamed: 'أرسلوا إليّ عروض {brand} في رسائل نصية إلى {number}.',
  smsPrint: '{frequency}. أجب STOP للإيقاف في أي وقت. {terms} · {privacy}',
  email: 'أرسلوا إليّ عروض {brand} بالبريد.',
  emailPrint: 'يمكن سحب الموافقة في أي وقت. {privacy}',
  terms: 'الشروط',
  privacy: 'الخصوصية',
};
