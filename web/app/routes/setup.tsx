import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { createOwner } from '../data/accounts/createOwner.server.ts';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { newAccountSchema } from '../data/accounts/newAccountSchema.ts';
import { readOwnerLink } from '../data/accounts/ownerLink.server.ts';
import { NewAccountForm } from '../pages/auth/NewAccountForm.tsx';
import { SignedOutCard } from '../pages/auth/SignedOutCard.tsx';
import { Button } from '../views/ui/Button.tsx';
import { services } from '../services.server.ts';

export const meta: MetaFunction = () => [{ title: 'Set up · Colloquy' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const state = await readOwnerLink(services().database, token, new Date());
  return data({ token, state }, { status: STATUS[state] });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: newAccountSchema });
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const account = submission.value;
  const token = form.get('token');
  const outcome = await createOwner({
    token: typeof token === 'string' ? token : '',
    account,
    now: new Date(),
  });
  if (outcome !== 'created') {
    return sayWhatIsWrong(submission, REASONS[outcome]);
  }
  const entered = await enterAccount({ request, deed: 'sign-in', fields: account });
  return entered.kind === 'entered'
    ? redirect('/conversations', { headers: entered.headers })
    : redirect('/sign-in');
}

export default function SetupPage() {
  const { token, state } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  switch (state) {
    case 'valid':
      return (
        <SignedOutCard
          title="Welcome to Colloquy"
          description="Make the account that owns this installation."
        >
          <NewAccountForm lastResult={lastResult} submitLabel="Create the owner’s account">
            <input type="hidden" name="token" value={token} />
          </NewAccountForm>
        </SignedOutCard>
      );
    case 'owner_exists':
      return (
        <SignedOutCard title="Colloquy is set up" description="It has an owner; this link has done its work.">
          <Button asChild variant="primary" size="lg" className="w-full">
            <Link to="/sign-in">Sign in</Link>
          </Button>
        </SignedOutCard>
      );
    case 'invalid':
      return (
        <SignedOutCard
          title="This link does not work"
          description="It is incomplete, was replaced by a newer one, or has expired."
        >
          <p className="text-sm text-ink-muted">
            The link to set up is printed where Colloquy was started. Restart it to get a new one, and open
            the whole address.
          </p>
        </SignedOutCard>
      );
  }
}

const STATUS = { valid: 200, owner_exists: 410, invalid: 403 } as const;

const REASONS = {
  owner_exists: 'Colloquy has an owner already.',
  invalid: 'The link has expired or was used. Restart Colloquy to get a new one.',
  email_taken: 'Somebody has an account with this e-mail already.',
} as const;
