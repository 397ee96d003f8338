import { useEffect, useState } from 'react';

/** Reads out what changes. What stands there when the page opens is read with the page, and not again. */
export function Announcer({ text }: { text: string }) {
  const [first] = useState(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text !== first || said !== '') setSaid(text);
  }, [text, first, said]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
