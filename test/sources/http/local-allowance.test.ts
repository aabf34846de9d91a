import { describe } from 'vitest';
import { sharesCalls } from '../../contracts/call-allowance.ts';
import { localAllowance } from './local-allowance.ts';

describe('the calls of one process', () => {
  const clocked = {
    now: '',
    open(of: string) {
      const known = this.opened.get(of) ?? localAllowance(50, () => new Date(this.now));
      this.opened.set(of, known);
      return known;
    },
    opened: new Map<string, ReturnType<typeof localAllowance>>(),
  };

  sharesCalls(() => clocked);
});
