import { expect, test } from 'vitest';
import { distinctNames } from '../../../local/simulate/named-policy.ts';

test.each([
  { paths: ['a/mild.json'], names: ['mild.json'], because: 'a file has a name' },
  {
    paths: ['a/mild.json', 'hard.json'],
    names: ['mild.json', 'hard.json'],
    because: 'so have two',
  },
  {
    paths: ['a/policy.json', 'b/policy.json'],
    names: ['a/policy.json', 'b/policy.json'],
    because: 'the folder tells files of one name apart',
  },
  {
    paths: ['policy.json', 'policy.json'],
    names: ['policy.json (A)', 'policy.json (B)'],
    because: 'a policy compared with itself is still two columns',
  },
])('$paths are called $names: $because', ({ paths, names }) => {
  expect(distinctNames(paths)).toEqual(names);
});
