import { askEarly } from './session/client.ts';
import { takeKeyFromAddress } from './session/key.ts';
import { preferredLanguage, setLanguage } from './words/current-language.ts';

// Small, so that it runs while the rest of the page is still on its way: what the page will ask
// first is asked now.
takeKeyFromAddress();
setLanguage(preferredLanguage());
askEarly('me');
if (/^(#\/portfolio)?$/.test(location.hash)) askEarly('portfolio');
const { open } = await import('./open.ts');
await open();
