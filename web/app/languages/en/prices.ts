/** What models' tokens cost. */
export const prices = {
  title: 'Prices',
  description:
    'What a million tokens cost, in US dollars. A call is priced when it is made; changing a price does not change past costs. The cost of a model without a price is unknown, never zero.',
  saved: 'The price of {{model}} has been saved.',
  removed: '{{model}} no longer has a price.',
  ownerOnly: 'Only an owner of the project can change prices.',
  empty: {
    title: 'No prices yet',
    description: 'The cost of a model’s calls is shown as unknown until the model has a price.',
  },
  table: {
    label: 'Known prices',
    model: 'Model',
    input: 'Input, USD per million',
    output: 'Output, USD per million',
    changed: 'Changed',
  },
  row: {
    changed: 'Changed <time/>',
    remove: 'Remove the price of {{model}}',
    removeHint: 'Remove the price: the cost of later calls will be unknown',
  },
  unpriced: {
    title: 'Used, but without a price',
    calls_one: '<code>{{model}}</code>: {{count, number}} call of unknown cost',
    calls_other: '<code>{{model}}</code>: {{count, number}} calls of unknown cost',
  },
  form: {
    title: 'Price another model',
    description: 'Write the model’s name as the provider and your teams write it.',
    model: 'Model',
    input: 'Input',
    output: 'Output',
    submit: 'Add price',
  },
  faults: {
    amountMissing: 'Enter a price, or 0 for a model that costs nothing.',
    amountInvalid: 'Enter an amount in dollars, for example 0.15.',
    modelMissing: 'Enter the model’s name.',
  },
} as const;
