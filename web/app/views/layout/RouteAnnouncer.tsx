import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/** Tells screen readers the new page's title: where the browser loads no page, it says nothing by itself. */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const announcedPath = useRef(pathname);
  const [title, setTitle] = useState('');
  useEffect(() => {
    if (announcedPath.current === pathname) return;
    announcedPath.current = pathname;
    setTitle(document.title);
  }, [pathname]);
  return (
    <p aria-live="polite" className="sr-only">
      {title}
    </p>
  );
}
