/** Of an older Node that runs a command because the one that npm brings is not there. */
const NO_TYPESCRIPT = 'ERR_UNKNOWN_FILE_EXTENSION';

/**
 * Who has pulled and not installed is told so in one message, whatever was loaded when a package
 * turned out to be missing. JavaScript without a package, since it has to run then.
 */
process.on('uncaughtExceptionMonitor', (error) => {
  const [, name] =
    /^Cannot find (?:package|module) '([^'./#\\:][^'\\:]*)'/.exec(error?.message) ?? [];
  if (name === undefined && error?.code !== NO_TYPESCRIPT) return;
  process.stderr.write(
    `Cannot run this because ${name === undefined ? 'no packages are installed' : `the package ${name} is not installed`}: run npm ci, as after every git pull\n`,
  );
  process.exit(2);
});
