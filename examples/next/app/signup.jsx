'use client';

import { useSignup } from 'hello-again/react';

export function Signup() {
  useSignup({
    collector: '/api/submissions',
    store: 'harbor-coffee',
    brand: 'Harbor Coffee',
    terms: '/terms',
    privacy: '/privacy',
    region: 'uk',
    storage: 'allowed',
  });
  return null;
}
