// @vitest-environment jsdom
import { opensInDom } from './opensInDom.ts';

opensInDom();
