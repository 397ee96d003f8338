import { expect, test } from '@jest/globals';
import { failures } from '../../../../workflows/contracts/failures.ts';
import { failureText } from '../../../../workflows/contracts/failureText.ts';
import { catalogue } from '../../languages/en/catalogue.ts';
import { addLanguage } from '../../languages/translator.ts';
import { failureTitle } from './failureTitle.ts';

const { t } = addLanguage('en', catalogue);

test.each([...Object.keys(failures), 'of_an_earlier_version'])(
  'the page calls %s what the API calls it',
  (type) => {
    for (const details of [{}, { address: 'http://127.0.0.1:9/v1' }]) {
      const failure = failureText({ type, message: '', details });
      expect(failureTitle(t, failure)).toBe(failure.title);
    }
  },
);
