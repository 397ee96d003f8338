import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Markdown } from './Markdown.tsx';

const html = (text: string) => renderToStaticMarkup(<Markdown>{text}</Markdown>);

describe('Markdown', () => {
  test('renders the supported constructs', () => {
    expect(html('# Title\n\nSome **bold** text\n\n- one\n- two')).toMatch(
      /<h3>Title<\/h3>.*<strong>bold<\/strong>.*<li>one<\/li>/s,
    );
  });

  test('loads no image: it becomes a link', () => {
    const output = html('![a chart](https://evil.example/track.png)');
    expect(output).not.toContain('<img');
    expect(output).toContain('[image: a chart]');
  });

  test.each(['[x](javascript:alert(1))', '<a href="javascript:alert(1)">x</a>', '[x](data:text/html,hi)'])(
    'makes no link of %p',
    (text) => {
      expect(html(text)).not.toContain('href');
    },
  );

  test('runs no HTML and sets no style that the policy would refuse', () => {
    const output = html(
      '<script>alert(1)</script><b onclick="x()">hi</b>\n\n```js\nconst a = 1;\n```\n\n| a | b |\n|---|:-:|\n| 1 | 2 |',
    );
    expect(output).not.toMatch(/<script|onclick|style=/);
    expect(output).toContain('<pre');
    expect(output).toContain('<td>1</td>');
  });

  test('opens links in a new tab without a referrer', () => {
    expect(html('[x](https://example.org)')).toContain('rel="noopener noreferrer nofollow"');
  });
});
