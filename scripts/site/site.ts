import { setUpMenu } from './menu.ts';
import { setUpSearch } from './search.ts';

setUpMenu();
setUpSearch();
