import { expect, test } from 'vitest';
import { isSearchEngine } from './isSearchEngine.ts';

test.each([
  'www.google.com',
  'google.de',
  'www.google.co.uk',
  'www.bing.com',
  'duckduckgo.com',
  'uk.search.yahoo.com',
  'search.brave.com',
  'm.baidu.com',
  'ya.ru',
])('%s is a search engine', (host) => expect(isSearchEngine(host)).toBe(true));

test.each([
  '',
  'mail.google.com',
  'shop.example.com',
  'google.example.com',
  'notgoogle.com',
  'www.instagram.com',
  'docs.google.com',
])('%s is no search engine', (host) => expect(isSearchEngine(host)).toBe(false));
