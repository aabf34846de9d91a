const GUID = /^\{?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\}?$/i;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const INTEGER = /^[+-]?\d+$/;

type Check = (value: string, ...bounds: number[]) => boolean;

const within = (value: number, least: number, most = Number.POSITIVE_INFINITY): boolean =>
  value >= least && value <= most;

/** ASP.NET's inline constraints, but for `file`, `nonfile` and `required`. */
const CHECKS: Readonly<Record<string, Check>> = {
  alpha: (value) => /^[a-z]*$/i.test(value),
  bool: (value) => /^(?:true|false)$/i.test(value),
  datetime: (value) => !Number.isNaN(Date.parse(value)),
  decimal: (value) => DECIMAL.test(value),
  double: (value) => DECIMAL.test(value),
  float: (value) => DECIMAL.test(value),
  guid: (value) => GUID.test(value),
  int: (value) => INTEGER.test(value) && within(Number(value), -(2 ** 31), 2 ** 31 - 1),
  long: (value) => INTEGER.test(value) && within(Number(value), -(2 ** 63), 2 ** 63),
  length: (value, least = 0, most = least) => within(value.length, least, most),
  maxlength: (value, most = 0) => value.length <= most,
  minlength: (value, least = 0) => value.length >= least,
  max: (value, most = 0) => INTEGER.test(value) && Number(value) <= most,
  min: (value, least = 0) => INTEGER.test(value) && Number(value) >= least,
  range: (value, least = 0, most = 0) => INTEGER.test(value) && within(Number(value), least, most),
};

/** Throws SyntaxError for a constraint that does not exist: it would let everything through. */
export function readConstraint(text: string): (value: string) => boolean {
  const [, name = '', argument = ''] = /^([^(]+)(?:\((.*)\))?$/s.exec(text) ?? [];
  if (name === 'regex') {
    const expression = new RegExp(argument, 'i');
    return (value) => expression.test(value);
  }
  const check = CHECKS[name];
  if (check === undefined)
    throw new SyntaxError(
      `Cannot read the route constraint "${text}": use one of ${Object.keys(CHECKS).join(', ')}, regex`,
    );
  const bounds = argument === '' ? [] : argument.split(',').map(Number);
  return (value) => check(value, ...bounds);
}
