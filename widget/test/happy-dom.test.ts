// @vitest-environment happy-dom
import './jsdom.test.ts';
