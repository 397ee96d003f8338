import { Input } from '../../../components/ui/Input.tsx';
import { Select } from '../../../components/ui/Select.tsx';
import { TableCell } from '../../../components/ui/Table.tsx';
import type { TeamPath } from '../../check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { textOf } from '../jsonValue.ts';

export type GraphEdgeCellsProps = { path: TeamPath; nodes: readonly string[] };

/** One edge, a cell a field. */
export function GraphEdgeCells({ path, nodes }: GraphEdgeCellsProps) {
  return (
    <>
      <Cell path={[...path, 'target']} label="Leads to" choices={nodes} />
      <Cell path={[...path, 'condition']} label="Where the message contains" placeholder="Always" nullable />
      <Cell path={[...path, 'activationGroup']} label="Group" />
      <Cell path={[...path, 'activationCondition']} label="Complete with" choices={['all', 'any']} />
    </>
  );
}

type CellProps = {
  path: TeamPath;
  label: string;
  choices?: readonly string[];
  placeholder?: string;
  nullable?: boolean;
};

function Cell({ path, label, choices, placeholder, nullable = false }: CellProps) {
  const { value, errors, set } = useField(path);
  const text = textOf(value);
  const control = { 'aria-label': label, 'aria-invalid': errors === undefined ? undefined : (true as const) };
  return (
    <TableCell className="min-w-28 px-1 align-top">
      {choices === undefined ? (
        <Input
          {...control}
          value={text}
          placeholder={placeholder}
          onChange={(event) => {
            const next = event.currentTarget.value;
            set(nullable && next === '' ? null : next);
          }}
          className="h-9 px-2 text-sm"
        />
      ) : (
        <Select
          {...control}
          value={text}
          onChange={(event) => set(event.currentTarget.value)}
          className="h-9 pl-2 text-sm"
        >
          {choices.includes(text) ? null : <option value={text}>{text}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      )}
      <FieldErrors errors={errors} />
    </TableCell>
  );
}
