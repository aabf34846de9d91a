import { describe } from 'vitest';
import { localAllowance } from '../../../shared/sources/http/local-allowance.ts';
import { sharesCalls } from '../../contracts/call-allowance.ts';

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
