import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { OPERATIONS } from './operations/all.ts';
import { problem } from './problems.ts';

/** Whatever no operation answers: a method that its path does not have, or no path at all. */
export function answerOther(request: HttpRequest): HttpResponseInit {
  const path = `api/${request.params['path'] ?? ''}`;
  const allowed = OPERATIONS.filter((each) => isLike(path, each.path)).map(({ method }) => method);
  if (allowed.length === 0) return problem(404, 'There is nothing here: see /api/openapi.json');
  const allow = [...new Set(allowed)].join(', ');
  return problem(405, `Cannot ${request.method} this: it answers to ${allow}`, { allow });
}

function isLike(path: string, template: string): boolean {
  const [asked, wanted] = [path.split('/'), template.split('/')];
  return (
    asked.length === wanted.length &&
    wanted.every((part, at) => part.startsWith('{') || part === asked[at])
  );
}
