/** What is looked at of a stage; amounts and names are checked where they are read. */
type Stage = {
  readonly name: string;
  readonly afterDays: number;
  readonly since: 'basis' | 'previous-stage';
  readonly tell: readonly string[];
  readonly repeatEveryDays?: number | undefined;
  readonly requires?: { readonly stage: string } | undefined;
  readonly when: { readonly tags: readonly string[]; readonly withoutTags: readonly string[] };
};

/** Where a ladder is impossible, as a path below its stages, and what to write instead. */
export type LadderProblem = { readonly path: (string | number)[]; readonly message: string };

/** A ladder that can never do what it says is refused, before a night finds out. */
export const ladderProblems = (stages: readonly Stage[]): readonly LadderProblem[] =>
  stages.flatMap((stage, at) =>
    [
      ...daysProblems(stage, stages.slice(0, at)),
      ...tellingProblems(stage),
      ...requiresProblems(stage, stages.slice(0, at), stages),
    ].map(({ path, message }) => ({ path: [at, ...path], message })),
  );

function daysProblems(
  { afterDays, since }: Stage,
  milder: readonly Stage[],
): readonly LadderProblem[] {
  if (since === 'previous-stage') {
    if (milder.length === 0)
      return problem(['since'], '"previous-stage" has no stage before it: write "basis"');
    return afterDays < 0
      ? problem(['afterDays'], 'is negative and counts from the stage before: write 0 or more')
      : [];
  }
  const before = milder.findLast((each) => each.since === 'basis');
  if (before === undefined || before.afterDays <= afterDays) return [];
  return problem(
    ['afterDays'],
    `${afterDays} comes before the ${before.afterDays} of "${before.name}", which is milder: write ${before.afterDays} or more, or list the stages mildest first`,
  );
}

function tellingProblems({ tell, repeatEveryDays, when }: Stage): readonly LadderProblem[] {
  const both = when.tags.find((tag) => when.withoutTags.includes(tag));
  return [
    ...(repeatEveryDays !== undefined && tell.length === 0
      ? problem(['repeatEveryDays'], 'repeats what nobody is told: name somebody in tell')
      : []),
    ...(both === undefined
      ? []
      : problem(
          ['when', 'withoutTags'],
          `"${both}" is in tags too, and no customer both has and lacks it: take it out of one`,
        )),
  ];
}

function requiresProblems(
  { name, requires }: Stage,
  milder: readonly Stage[],
  stages: readonly Stage[],
): readonly LadderProblem[] {
  if (requires === undefined) return [];
  const path = ['requires', 'stage'];
  const asked = requires.stage;
  const known = stages.find((each) => each.name === asked);
  if (known === undefined)
    return problem(path, `no stage is named "${asked}": write ${suggestion(milder)}`);
  if (!milder.includes(known))
    return problem(path, `"${asked}" does not come before "${name}": write ${suggestion(milder)}`);
  return known.tell.includes('customer')
    ? []
    : problem(
        path,
        `"${asked}" writes no letter: add "customer" to its tell, or write ${suggestion(milder)}`,
      );
}

/** The nearest stage that could be required. */
function suggestion(milder: readonly Stage[]): string {
  const writes = milder.findLast(({ tell }) => tell.includes('customer'));
  return writes === undefined
    ? 'the name of a stage before it that tells the customer'
    : `"${writes.name}"`;
}

const problem = (path: LadderProblem['path'], message: string): readonly LadderProblem[] => [
  { path, message },
];
