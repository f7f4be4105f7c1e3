import { writeFileSync } from 'node:fs';
import { API_PAGE, apiPage } from './docs/apiPage.js';

writeFileSync(API_PAGE, await apiPage());
