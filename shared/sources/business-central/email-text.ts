const EMAIL = /^[^\s@,;:<>()[\]"]+@[^\s@,;:<>()[\]"]+$/;

/** One address or several, as bookkeepers write them. */
export const emailsIn = (text = ''): string[] =>
  text
    .split(/[;,]/)
    .map((each) => each.trim())
    .filter((each) => EMAIL.test(each));
