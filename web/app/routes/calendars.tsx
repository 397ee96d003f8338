import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { listCalendars } from '../data/calendars/calendars.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { CalendarList } from '../pages/calendars/CalendarList.tsx';
import { AddLink } from '../views/ui/AddLink.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('calendars:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  return { calendars: await listCalendars(scope) };
}

export default function CalendarsRoute() {
  const { t } = useTranslation('calendars');
  const { calendars } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<AddLink to="/settings/calendars/new">{t('new')}</AddLink>}
      />
      <CalendarList calendars={calendars} />
    </>
  );
}
