// @vitest-environment happy-dom
import { opensInDom } from './opensInDom.ts';

opensInDom();
