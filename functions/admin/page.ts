import { app } from '@azure/functions';
import { answerAsset, answerIndex } from '../../shared/http/page-answer.ts';
import { appFolderAbove, type PageFiles, readPageFiles } from '../../shared/http/page-files.ts';

let read: PageFiles | undefined;

/** Read at the first request for it, once per worker. */
function pageFiles(): PageFiles {
  read ??= readPageFiles(appFolderAbove(import.meta.dirname));
  return read;
}

// Anonymous, because there is nothing of anybody in it: the page asks the API, and that asks for a
// key. The route is the platform's way to say "/" (a parameter that may only be empty).
app.http('page', {
  methods: ['GET', 'HEAD'],
  route: '{nothing:maxlength(0)?}',
  authLevel: 'anonymous',
  handler: (request) => answerIndex(request, pageFiles()),
});

app.http('page-assets', {
  methods: ['GET', 'HEAD'],
  route: 'assets/{version}/{*path}',
  authLevel: 'anonymous',
  handler: (request) => answerAsset(request, pageFiles()),
});
