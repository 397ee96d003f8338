/** An entry as the benchmark makes it: its vector has no unit length, and its words are no language's. */
export interface SyntheticEntry {
  embedding: Float32Array;
  words: string;
  metadata: Record<string, unknown>;
}

export interface SyntheticQuestion {
  embedding: Float32Array;
  words: string;
  /** The area of the space that it is in. */
  area: number;
}

export const DIMENSIONS = 1_536;
export const AREAS = 40;
const TOPICS_EACH = 25;
const PASSAGES_OF_DOCUMENT = 8;

/**
 * How vectors are made, so that they lie as those of a real model do. A passage varies about its document, that about its topic,
 * that about its area, all in a space of 96 dimensions of falling weight, which is turned into one of 1,536; a direction common
 * to all and a little noise in every dimension come to it. With these figures 20,000 of them have a cosine of 0.12 on average
 * (spread 0.11), of 0.67 to the nearest and 0.57 to the tenth, and an intrinsic dimension (maximum likelihood, twenty neighbours)
 * of 19; all-MiniLM-L6-v2 on 3,717 manual pages has 0.17 (0.11), 0.73, 0.56 and 14, for questions to them 0.11, 0.63, 0.46 and 19.
 */
const LATENT = 96;
const SPREAD = { area: 1, topic: 0.8, document: 0.7, passage: 1.1, question: 1.3 };
const NOISE = 0.7;
const COMMON = 0.7;

const WORDS_OF_PASSAGE = 120;
const WORDS_OF_QUESTION = 8;
const VOCABULARY = 30_000;
const VOCABULARY_OF_TOPIC = 300;

/** Makes the same entries and questions whenever it is asked with the same numbers. */
export class SyntheticKnowledge {
  readonly #turned: Float32Array[];
  readonly #common: Float32Array;
  readonly #topics: Float32Array[];
  readonly #vocabulary: string[];
  readonly #topicShare: (random: Random) => number;
  readonly #wordShare: (random: Random) => number;
  readonly #topicWordShare: (random: Random) => number;

  constructor() {
    const random = new Random(1);
    // Random directions in so many dimensions are nearly at right angles.
    this.#turned = Array.from({ length: LATENT }, (_, axis) =>
      direction(random, 1 / Math.sqrt((1 + axis / 8) * LATENT * MEAN_WEIGHT)),
    );
    this.#common = direction(random, COMMON);
    const areas = Array.from({ length: AREAS }, () => around(random, null, SPREAD.area));
    this.#topics = areas.flatMap((area) =>
      Array.from({ length: TOPICS_EACH }, () => around(random, area, SPREAD.topic)),
    );
    this.#vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => madeUpWord(rank));
    this.#topicShare = zipf(this.#topics.length, 0.7);
    this.#wordShare = zipf(VOCABULARY, 1);
    this.#topicWordShare = zipf(VOCABULARY_OF_TOPIC, 0.7);
  }

  /** The entry of that number. */
  entry(number: number): SyntheticEntry {
    const document = this.#document(Math.floor(number / PASSAGES_OF_DOCUMENT));
    const random = new Random(number * 2 + 1_000_003);
    return {
      embedding: this.#vector(random, around(random, document.centre, SPREAD.passage)),
      words: this.#words(random, document.topic, WORDS_OF_PASSAGE),
      metadata: {
        area: Math.floor(document.topic / TOPICS_EACH),
        tenth: random.next() < 0.1,
        hundredth: random.next() < 0.01,
        thousandth: random.next() < 0.001,
      },
    };
  }

  /** A question about a document of `entries` entries. */
  question(number: number, entries: number): SyntheticQuestion {
    const random = new Random(number * 2 + 7_000_000_000);
    const document = this.#document(Math.floor((random.next() * entries) / PASSAGES_OF_DOCUMENT));
    return {
      embedding: this.#vector(random, around(random, document.centre, SPREAD.question)),
      words: this.#words(random, document.topic, WORDS_OF_QUESTION),
      area: Math.floor(document.topic / TOPICS_EACH),
    };
  }

  #document(number: number): { topic: number; centre: Float32Array } {
    const random = new Random(number * 2 + 500_000_001);
    // Stirred, so that the large topics are not the first areas'.
    const topic = (this.#topicShare(random) * 617) % this.#topics.length;
    return { topic, centre: around(random, this.#topics[topic] ?? null, SPREAD.document) };
  }

  #vector(random: Random, latent: Float32Array): Float32Array {
    const made = Float32Array.from(this.#common);
    for (const [axis, turned] of this.#turned.entries()) {
      const weight = latent[axis] ?? 0;
      for (let at = 0; at < DIMENSIONS; at += 1) made[at] = (made[at] ?? 0) + weight * (turned[at] ?? 0);
    }
    const noise = NOISE / Math.sqrt(DIMENSIONS);
    for (let at = 0; at < DIMENSIONS; at += 1) made[at] = (made[at] ?? 0) + noise * random.normal();
    return made;
  }

  /** Half of them of the language's, as often as their rank says, half of the topic's own. */
  #words(random: Random, topic: number, count: number): string {
    return Array.from({ length: count }, () => {
      const rank =
        random.next() < 0.5
          ? this.#wordShare(random)
          : (topic * 7_919 + this.#topicWordShare(random) * 104_729) % VOCABULARY;
      return this.#vocabulary[rank] ?? '';
    }).join(' ');
  }
}

const MEAN_WEIGHT =
  Array.from({ length: LATENT }, (_, axis) => 1 / (1 + axis / 8)).reduce((sum, one) => sum + one, 0) / LATENT;

function direction(random: Random, length: number): Float32Array {
  const made = Float32Array.from({ length: DIMENSIONS }, () => random.normal());
  const scale = length / Math.hypot(...made);
  return made.map((value) => value * scale);
}

function around(random: Random, centre: Float32Array | null, spread: number): Float32Array {
  return Float32Array.from({ length: LATENT }, (_, axis) => (centre?.[axis] ?? 0) + spread * random.normal());
}

const SYLLABLES = [
  'ka',
  'to',
  'mi',
  're',
  'su',
  'no',
  'la',
  'pe',
  'vi',
  'do',
  'gu',
  'fa',
  'zo',
  'he',
  'ri',
  'ba',
];

/** A word for each rank, which no stemmer changes and no list of stop words has. */
function madeUpWord(rank: number): string {
  let left = rank;
  let word = 'x';
  for (let place = 0; place < 4; place += 1) {
    word += SYLLABLES[left % SYLLABLES.length] ?? '';
    left = Math.floor(left / SYLLABLES.length);
  }
  return `${word}k`;
}

/** Draws ranks from 0 on, each as often as 1 / (rank + 1) ^ exponent. */
function zipf(count: number, exponent: number): (random: Random) => number {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) upTo[rank] = sum += (rank + 1) ** -exponent;
  return (random) => {
    const drawn = random.next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Mulberry32: small, fast, and good enough for data. */
class Random {
  #state: number;
  #spare: number | null = null;

  constructor(seed: number) {
    this.#state = Math.imul(seed % 0xffff_fffb, 0x9e37_79b1) ^ Math.floor(seed / 0xffff_fffb);
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Normally distributed about 0, with a spread of 1. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
}
