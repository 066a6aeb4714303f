export { openFolds, violations } from './axe.ts';
export { HOW_TO_GET_A_BROWSER, launchBrowser } from './browser.ts';
export { postgresBinaries, startPostgres, type TestPostgres } from './postgres.ts';
export { told } from './told.ts';
