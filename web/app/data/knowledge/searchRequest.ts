import {
  LOOK_UP_RANGES,
  type LookUpSettings,
  USUAL_COUNT,
  VECTOR_WEIGHT,
} from '../../../../workflows/domain/knowledge/knowledgeUse.ts';
import {
  FILTER_KEY_MAX_CHARACTERS,
  readMetadataFilter,
} from '../../../../workflows/domain/knowledge/metadataFilter.ts';
import { storableText } from '../../../../workflows/domain/storable.ts';
import { fault } from '../../languages/fault.ts';

/** The fields of the search's form as they are written, which are also the parameters of its address. */
export interface SearchFields {
  q: string;
  /** Names; none: all collections. */
  collection: string[];
  count: string;
  weight: string;
  threshold: string;
  diversity: string;
  neighbours: string;
  filter: string;
}

/** What is wrong with them, by field. */
export type SearchFaults = Partial<Record<keyof SearchFields, string[]>>;

export interface SearchRequest {
  fields: SearchFields;
  faults: SearchFaults;
  /** Null: nothing is asked yet, or something is wrong. */
  asked: ({ question: string } & LookUpSettings) | null;
}

/** More would make an address that servers refuse, if each character takes nine bytes there. */
export const LONGEST_QUESTION = 1_000;
const LONGEST_FILTER = 1_000;
const MOST_NAMES = 100;

export const DEFAULT_FIELDS: SearchFields = {
  q: '',
  collection: [],
  count: String(USUAL_COUNT),
  weight: String(VECTOR_WEIGHT),
  threshold: '',
  diversity: '0',
  neighbours: '0',
  filter: '',
};

interface NumberRange {
  min: number;
  max: number;
  isWhole: boolean;
}

const RANGES: Record<'count' | 'weight' | 'threshold' | 'diversity' | 'neighbours', NumberRange> = {
  count: { ...LOOK_UP_RANGES.count, isWhole: true },
  weight: { ...LOOK_UP_RANGES.vectorWeight, isWhole: false },
  threshold: { ...LOOK_UP_RANGES.threshold, isWhole: false },
  diversity: { ...LOOK_UP_RANGES.diversity, isWhole: false },
  neighbours: { ...LOOK_UP_RANGES.neighbours, isWhole: true },
};

/** Reads the address of the search's page. */
export function parseSearchRequest(params: URLSearchParams): SearchRequest {
  const text = (name: Exclude<keyof SearchFields, 'collection'>) =>
    (params.get(name) ?? DEFAULT_FIELDS[name]).trim();
  const fields: SearchFields = {
    q: text('q'),
    collection: [
      ...new Set(
        params
          .getAll('collection')
          .filter((name) => name !== '')
          .map(storableText),
      ),
    ].slice(0, MOST_NAMES),
    count: text('count'),
    weight: text('weight'),
    threshold: text('threshold'),
    diversity: text('diversity'),
    neighbours: text('neighbours'),
    filter: text('filter'),
  };
  const faults: SearchFaults = {};
  const number = (name: keyof typeof RANGES): number | undefined => {
    const { min, max, isWhole } = RANGES[name];
    const written = fields[name] === '' ? DEFAULT_FIELDS[name] : fields[name];
    if (written === '') return undefined;
    const value = Number(written.replace(',', '.'));
    if (value >= min && value <= max && (!isWhole || Number.isInteger(value))) return value;
    const range = { min: String(min), max: String(max) };
    faults[name] = [
      isWhole ? fault('documentSearch:faults.whole', range) : fault('documentSearch:faults.number', range),
    ];
    return undefined;
  };
  const settings: LookUpSettings = {
    collections: fields.collection,
    count: number('count') ?? 1,
    vectorWeight: number('weight'),
    threshold: number('threshold'),
    diversity: number('diversity'),
    neighbours: number('neighbours'),
    filter: {},
  };
  const filter = readMetadataFilter(fields.filter.slice(0, LONGEST_FILTER));
  if (filter.kind === 'filter') settings.filter = filter.filter;
  else if (filter.kind === 'not_json') faults.filter = [fault('documentSearch:faults.notJson')];
  else if (filter.kind === 'not_a_pair') {
    faults.filter = [fault('documentSearch:faults.notAPair', { line: filter.line })];
  } else if (filter.kind === 'twice') {
    faults.filter = [fault('documentSearch:faults.twice', { key: filter.key })];
  } else {
    const shown = { key: storableText(filter.key.slice(0, 40)), max: FILTER_KEY_MAX_CHARACTERS };
    faults.filter = [fault('documentSearch:faults.keyLength', shown)];
  }
  if (fields.filter.length > LONGEST_FILTER) {
    faults.filter = [fault('common:faults.tooLong', { count: LONGEST_FILTER })];
  }
  const isAsked = params.has('q');
  if (isAsked && fields.q === '') faults.q = [fault('documentSearch:faults.noQuestion')];
  if (fields.q.length > LONGEST_QUESTION) {
    faults.q = [fault('common:faults.tooLong', { count: LONGEST_QUESTION })];
  }
  const isFit = isAsked && Object.keys(faults).length === 0;
  return { fields, faults, asked: isFit ? { question: fields.q, ...settings } : null };
}
