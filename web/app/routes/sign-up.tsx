import { parseWithZod } from '@conform-to/zod/v4';
import { data, redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { newAccountSchema } from '../data/accounts/newAccountSchema.ts';
import { NewAccountForm } from '../pages/auth/NewAccountForm.tsx';
import { SignedOutCard } from '../pages/auth/SignedOutCard.tsx';
import { Button } from '../views/ui/Button.tsx';
import { refuse } from '../data/requests/refuse.server.ts';
import { formatDuration } from '../views/format/duration.ts';
import { services } from '../services.server.ts';

export const meta: MetaFunction = () => [{ title: 'Sign up · Colloquy' }];

export function loader() {
  const open = services().environment.OPEN_SIGN_UP;
  return data({ open }, { status: open ? 200 : 403 });
}

export async function action({ request }: ActionFunctionArgs) {
  if (!services().environment.OPEN_SIGN_UP)
    throw refuse(403, 'Sign-up is closed here. Ask the owner for an account.');
  const submission = parseWithZod(await request.formData(), { schema: newAccountSchema });
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const outcome = await enterAccount({ request, deed: 'sign-up', fields: submission.value });
  switch (outcome.kind) {
    case 'entered':
      return redirect('/conversations', { headers: outcome.headers });
    case 'too_many_attempts':
      return sayWhatIsWrong(
        submission,
        `Too many attempts. Try again in ${formatDuration(outcome.retryAfterSeconds * 1_000)}.`,
      );
    case 'refused':
      return sayWhatIsWrong(
        submission,
        'No account could be made with these. If you have one already, sign in.',
      );
  }
}

export default function SignUpPage() {
  const { open } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (!open) {
    return (
      <SignedOutCard
        title="Sign-up is closed"
        description="Accounts here are made by the owner. Ask them for one."
      >
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/sign-in">Sign in</Link>
        </Button>
      </SignedOutCard>
    );
  }
  return (
    <SignedOutCard title="Make an account" description="You join the default project as a member.">
      <NewAccountForm lastResult={lastResult} submitLabel="Sign up" />
      <p className="text-center text-sm text-ink-muted">
        You have one?{' '}
        <Link to="/sign-in" className="font-medium text-brand-ink underline underline-offset-4">
          Sign in
        </Link>
      </p>
    </SignedOutCard>
  );
}
