import { expect, it } from '@jest/globals';
import { mailHtml, mailText } from './mailContent.ts';

const MAIL = {
  subject: 'A & "B"',
  sections: [
    {
      lines: ['<script>alert(1)</script>', 'Second'],
      link: { label: 'Open', href: 'https://c.test/?a=1&b="' },
    },
    { lines: ['Third'], link: null },
  ],
  footer: { before: 'Why.', label: 'Change', href: 'https://c.test/settings' },
};

it('a mail is read as text', () => {
  expect(mailText(MAIL)).toBe(
    '<script>alert(1)</script>\nSecond\nOpen: https://c.test/?a=1&b="\n\nThird\n\n-- \nWhy.\nChange: https://c.test/settings\n',
  );
});

it('a mail is HTML in which nothing that somebody wrote is markup', () => {
  const html = mailHtml(MAIL, 'en');
  expect(html).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;<br>\nSecond</p>');
  expect(html).toContain('<a href="https://c.test/?a=1&amp;b=&quot;">Open</a>');
  expect(html).not.toContain('<script>');
});
