import chromium from '@sparticuz/chromium';

// A script of its own, because the package unpacks to the TMPDIR of its process.
await chromium.executablePath();
