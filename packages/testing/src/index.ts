export { openFolds, violations } from './axe.ts';
export { howToGetABrowser, launchBrowser } from './browser.ts';
export { canMakeCertificate, makeCertificate, type TestCertificate } from './certificate.ts';
export { freePort } from './free-port.ts';
export { emptyBoxes, howToGetFonts } from './glyphs.ts';
export { postgresBinaries, startPostgres, type TestPostgres } from './postgres.ts';
export { sized } from './sized.ts';
export { told } from './told.ts';
export { startTrino, type TestTrino, trinoInstalled, trinoReadsPasswords } from './trino.ts';
