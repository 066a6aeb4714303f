/** Colours, light and dark: one accent, orange against blue (safe for every colour vision). Fonts are the system's. */
export const tokens = `
:root{color-scheme:light dark;--bg:#fff;--ink:#1b1f24;--soft:#51585f;--line:#c9ced4;--grid:#e6e9ec;--panel:#f5f7f9;
--accent:#1a5a92;--accent-soft:#dbe8f4;--other:#b35806;--fail:#a3330b;--pass:#1a5a92;
--h0:#e08214;--h1:#f5b05c;--h2:#fddbaa;--h3:#eef0f2;--h4:#cfe0f0;--h5:#93bfe2;--h6:#5b9bd0}
@media(prefers-color-scheme:dark){:root{--bg:#15181b;--ink:#e8eaec;--soft:#b0b7be;--line:#474e55;--grid:#2a2f34;--panel:#1d2125;
--accent:#8dbdea;--accent-soft:#22394e;--other:#f0a45a;--fail:#ffb38a;--pass:#8dbdea}}
`.replaceAll('\n', '');
