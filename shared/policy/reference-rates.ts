/**
 * What the European Central Bank took for its main refinancing operations on the first day of each
 * half-year, in percent a year: the reference rate of Directive 2011/7/EU, article 2(7). Source: the
 * ECB's key interest rates.
 */
export const REFERENCE_RATES: Readonly<Record<string, number>> = {
  '2013-01-01': 0.75,
  '2013-07-01': 0.5,
  '2014-01-01': 0.25,
  '2014-07-01': 0.15,
  '2015-01-01': 0.05,
  '2015-07-01': 0.05,
  '2016-01-01': 0.05,
  '2016-07-01': 0,
  '2017-01-01': 0,
  '2017-07-01': 0,
  '2018-01-01': 0,
  '2018-07-01': 0,
  '2019-01-01': 0,
  '2019-07-01': 0,
  '2020-01-01': 0,
  '2020-07-01': 0,
  '2021-01-01': 0,
  '2021-07-01': 0,
  '2022-01-01': 0,
  '2022-07-01': 0,
  '2023-01-01': 2.5,
  '2023-07-01': 4,
  '2024-01-01': 4.5,
  '2024-07-01': 4.25,
  '2025-01-01': 3.15,
  '2025-07-01': 2.15,
  '2026-01-01': 2.15,
  '2026-07-01': 2.4,
};
