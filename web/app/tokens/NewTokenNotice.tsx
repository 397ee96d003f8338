import { CodeBlock } from '../components/ui/CodeBlock.tsx';
import { Notice } from '../components/ui/Notice.tsx';

/** A token that was just made, the one time that it is shown. */
export function NewTokenNotice({ name, token }: { name: string; token: string }) {
  return (
    <Notice kind="success" title={`The token ${name} is made`}>
      <p>Copy it now: it is not shown again.</p>
      <CodeBlock label="Token" className="mt-3">
        {token}
      </CodeBlock>
    </Notice>
  );
}
