// The import table of the design: who may import whom. A folder that is not named in a rule's `to` is closed to it.
const DOMAIN = '^workflows/domain/';
const CONTRACTS = '^workflows/contracts/';
const REPLAY = '^replay/';
const MESSAGES = '^workflows/messages[.]ts$';
const PLATFORM = '^platform/';
const TESTS = '([.]test[.]tsx?$|^test/|/test/)';
// The generated client counts as the package that it stands for: `platform/database.ts` alone makes one.
const LOCAL = '^(activities|bench|cli|ops|platform|prisma(?!/generated/)|replay|test|web|worker|workflows)/';

/** A room may import itself, and of our own code what is listed. */
const room = (name, path, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path, pathNot: TESTS, ...extra },
  to: { path: LOCAL, pathNot: [path, ...allowed] },
});

/** A room may use only these packages. */
const packages = (name, path, allowed) => ({
  name,
  severity: 'error',
  from: { path, pathNot: TESTS },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    ...(allowed.length > 0 && { pathNot: allowed.map((pkg) => `^node_modules/${pkg}/`) }),
  },
});

const WORKFLOWS = '^workflows/(?!domain/|contracts/|messages[.]ts$)';

// The floors of the web app, from the top: each may import those below it.
const ROUTES = '^web/app/(routes/|routes[.]ts$|root[.]tsx$|entry[.])';
const PAGES = '^web/app/pages/';
const DATA = '^web/app/data/';
const VIEWS = '^web/app/views/';
const SERVICES = '^web/app/services[.]server[.]ts$';
/** The words of all floors, which know none of them. */
const LANGUAGES = '^web/app/languages/';

/** Subjects that several pages show; of another subject no page imports anything. */
const SHARED_SUBJECTS = 'commands|errors|tasks';

/** A floor may import itself and the floors that are listed. */
const floor = (name, path, below) => ({
  name,
  severity: 'error',
  from: { path, pathNot: TESTS },
  to: { path: '^web/app/', pathNot: [path, LANGUAGES, ...below] },
});

/** The folders of the activities that a worker registers: each holds those of one subject, and what only they need. */
const ENTRY_POINTS =
  'conversations|innerTeams|managers|memory|notices|replies|schedules|standing|tasks|toolCalls';

/** A folder of activities may import itself and the folders named, never another entry point or the registry. */
const activities = (name, folder, below) => ({
  name,
  severity: 'error',
  from: { path: `^activities/${folder}/`, pathNot: TESTS },
  to: {
    path: '^activities/',
    pathNot: [
      folder.startsWith('(') ? '^activities/$1/' : `^activities/${folder}/`,
      ...(below === '' ? [] : [`^activities/(${below})/`]),
    ],
  },
});

export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      // Vite makes these.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },

    room('domain-imports-nothing', DOMAIN, []),
    packages('domain-has-no-packages', DOMAIN, []),

    room('contracts', CONTRACTS, [DOMAIN]),
    packages('contracts-packages', CONTRACTS, ['zod']),

    room('messages', MESSAGES, [DOMAIN, CONTRACTS]),
    // They know activities by their types, which stand in the contracts.
    room('workflows', WORKFLOWS, [DOMAIN, CONTRACTS, MESSAGES]),
    packages('workflows-packages', `${WORKFLOWS}|${MESSAGES}`, ['@temporalio/workflow', 'zod']),

    room('activities', '^activities/', [DOMAIN, CONTRACTS, PLATFORM]),
    {
      name: 'the-registry-names-entry-points',
      severity: 'error',
      from: { path: '^activities/index[.]ts$' },
      to: { path: '^activities/asking/' },
    },
    // From the top: entry points, what asks a model and keeps the ledger of it, what reads and writes the transcript.
    activities(
      'entry-points-of-activities-stay-apart',
      `(${ENTRY_POINTS})`,
      'asking|transcript|execution|people|tools|knowledge/lookUp',
    ),
    activities('asking-serves-the-entry-points', 'asking', 'transcript|execution|model'),
    activities('transcript-is-below-those-who-ask', 'transcript', 'execution'),
    activities(
      'ingestion-is-above-what-it-does',
      'knowledge/ingest',
      'knowledge/embed|knowledge/fetch|knowledge/parse|execution',
    ),
    activities('fetching-goes-by-the-rules-of-tools', 'knowledge/fetch', 'knowledge/parse|tools'),
    activities('reading-documents-stands-alone', 'knowledge/parse', ''),
    activities('embedding-is-asking-a-model', 'knowledge/embed', 'transcript|execution|model'),
    activities(
      'looking-up-is-asking-the-store',
      'knowledge/lookUp',
      'knowledge/embed|transcript|execution|model',
    ),
    activities('searching-is-looking-up-for-a-person', 'knowledge/search', 'knowledge/lookUp|execution'),
    activities('telling-people-goes-by-the-rules-of-tools', 'people', 'tools'),
    activities('model-stands-alone', 'model', ''),
    activities('tools-stand-alone', 'tools', ''),
    activities('execution-stands-alone', 'execution', ''),

    {
      name: 'the-worker-knows-no-single-activity',
      severity: 'error',
      from: { path: '^worker/', pathNot: TESTS },
      to: {
        path: '^activities/',
        pathNot: '^activities/(index[.]ts$|transcript/|model/|people/|tools/|knowledge/(embed|parse)/)',
      },
    },
    room('worker-does-not-know-web', '^worker/', [
      DOMAIN,
      CONTRACTS,
      MESSAGES,
      WORKFLOWS,
      '^activities/',
      PLATFORM,
    ]),
    {
      name: 'nothing-imports-the-worker',
      severity: 'error',
      from: { path: LOCAL, pathNot: ['^worker/', '^bench/', TESTS] },
      to: { path: '^worker/' },
    },

    room('web-in-the-browser', '^web/app/', [DOMAIN, CONTRACTS], {
      pathNot: [TESTS, '[.]server[.]', '[.]d[.]ts$'],
    }),
    floor('routes-are-the-top-floor', ROUTES, [PAGES, DATA, VIEWS, SERVICES]),
    floor('pages-know-data-and-views', PAGES, [DATA, VIEWS]),
    floor('data-knows-no-page', DATA, [VIEWS, SERVICES]),
    floor('views-read-no-data', VIEWS, []),
    floor('languages-know-no-floor', LANGUAGES, []),
    {
      name: 'what-reaches-out-stands-in-data',
      severity: 'error',
      from: { path: [ROUTES, PAGES, VIEWS, LANGUAGES], pathNot: TESTS },
      to: { path: [PLATFORM, MESSAGES, REPLAY] },
    },
    {
      name: 'the-app-does-not-know-what-serves-it',
      severity: 'error',
      from: { path: '^web/app/', pathNot: [TESTS, '[.]d[.]ts$'] },
      to: { path: '^web/(?!app/)' },
    },
    floor('services-are-made-of-data', SERVICES, [DATA]),
    floor('the-server-around-the-app-knows-no-page', '^web/(?!app/)', [DATA, VIEWS, SERVICES]),
    {
      name: 'subjects-of-pages-stay-apart',
      severity: 'error',
      from: { path: `${PAGES}([^/]+)/`, pathNot: TESTS },
      to: { path: `${PAGES}([^/]+)/`, pathNot: `${PAGES}($1|${SHARED_SUBJECTS})/` },
    },
    room('web-on-the-server', '^web/', [DOMAIN, CONTRACTS, MESSAGES, PLATFORM, REPLAY]),

    room('replay-knows-histories-alone', REPLAY, [DOMAIN, CONTRACTS]),
    {
      // It is a program of its own: whoever imports it would load the SDK's worker.
      name: 'the-process-that-replays-is-started-not-imported',
      severity: 'error',
      from: { path: LOCAL },
      to: { path: '^replay/replayChild[.]ts$' },
    },

    // It talks to a server as any other program does; only its launcher knows the installation that it is part of.
    room('the-command-line-knows-the-api-alone', '^cli/', [DOMAIN, CONTRACTS], {
      pathNot: [TESTS, '^cli/colloquy[.]mjs$'],
    }),

    // What it reads of rows and of builds is one of a closed list, and workflows pass its traces on.
    room('platform-knows-closed-lists-and-traces-alone', PLATFORM, [
      '^workflows/domain/(recordStates[.]ts$|releases/buildStates[.]ts$|tracing/)',
    ]),
    room('prisma', '^prisma/', [DOMAIN, CONTRACTS, PLATFORM]),
  ],
  options: {
    doNotFollow: { path: 'node_modules|^prisma/generated/' },
    exclude: { path: '^prisma/generated/(?!client)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
