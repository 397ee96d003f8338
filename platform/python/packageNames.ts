/** Packages by the module that one imports of them, where the names differ. */
const PACKAGE_OF: Readonly<Record<string, string>> = {
  attr: 'attrs',
  autogen_agentchat: 'autogen-agentchat',
  autogen_core: 'autogen-core',
  autogen_ext: 'autogen-ext',
  bs4: 'beautifulsoup4',
  bson: 'pymongo',
  cairosvg: 'CairoSVG',
  cv2: 'opencv-python-headless',
  dateutil: 'python-dateutil',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  duckduckgo_search: 'duckduckgo-search',
  faiss: 'faiss-cpu',
  fitz: 'PyMuPDF',
  git: 'GitPython',
  github: 'PyGithub',
  google: 'google-api-python-client',
  googleapiclient: 'google-api-python-client',
  googlesearch: 'googlesearch-python',
  jose: 'python-jose',
  jwt: 'PyJWT',
  kafka: 'kafka-python',
  lxml_html_clean: 'lxml-html-clean',
  magic: 'python-magic',
  markdown: 'Markdown',
  mysql: 'mysql-connector-python',
  nacl: 'PyNaCl',
  OpenSSL: 'pyOpenSSL',
  PIL: 'pillow',
  pkg_resources: 'setuptools',
  playwright: 'playwright',
  pptx: 'python-pptx',
  psycopg2: 'psycopg2-binary',
  pymupdf: 'PyMuPDF',
  serial: 'pyserial',
  serpapi: 'google-search-results',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  slack_sdk: 'slack-sdk',
  slugify: 'python-slugify',
  socks: 'PySocks',
  tavily: 'tavily-python',
  telegram: 'python-telegram-bot',
  usb: 'pyusb',
  websocket: 'websocket-client',
  wikipediaapi: 'Wikipedia-API',
  win32com: 'pywin32',
  wx: 'wxPython',
  yaml: 'PyYAML',
  youtube_transcript_api: 'youtube-transcript-api',
  zmq: 'pyzmq',
};

/** The package on PyPI that a module comes from: of most, one of the same name. */
export function packageOf(module: string): string {
  return Object.hasOwn(PACKAGE_OF, module) ? (PACKAGE_OF[module] ?? module) : module;
}

/** A package's name as PyPI compares it (PEP 503). */
export function normalPackageName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** The name in a requirement such as `requests[socks]==2.32.3`. */
export function requirementName(requirement: string): string {
  return normalPackageName(/^[A-Za-z0-9._-]+/.exec(requirement.trim())?.[0] ?? '');
}

/** The requirement in a list that provides a module; null if there is none. */
export function requirementFor(module: string, requirements: readonly string[]): string | null {
  const name = normalPackageName(packageOf(module));
  return requirements.find((each) => requirementName(each) === name) ?? null;
}
