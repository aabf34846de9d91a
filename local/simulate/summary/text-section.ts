/** A table under its title; one without rows says so. */
export const section = (title: string, table: string): string =>
  `${title}\n${table === '' ? '  nothing' : table}`;
