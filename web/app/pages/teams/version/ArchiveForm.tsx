import { Form, useNavigation } from '@remix-run/react';
import { Archive, ArchiveRestore } from 'lucide-react';
import { Button } from '../../../views/ui/Button.tsx';

/** Takes a team out of the list, or puts it back; neither loses anything, so that nobody is asked twice. */
export function ArchiveForm({ teamId, archived }: { teamId: string; archived: boolean }) {
  const intent = archived ? 'unarchive' : 'archive';
  const pending = useNavigation().formData?.get('intent') === intent;
  return (
    <Form method="post" action={`/teams/${teamId}`} className="px-1">
      <Button type="submit" name="intent" value={intent} variant="ghost" size="sm" pending={pending}>
        {archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        {archived ? 'Put it back into the list' : 'Archive this team'}
      </Button>
    </Form>
  );
}
