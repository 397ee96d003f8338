import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../components/ui/Button.tsx';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '../../../components/ui/Table.tsx';
import type { TeamPath } from '../../check/issuesOf.ts';
import { useListField } from '../DraftContext.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { TextField } from '../fields/TextField.tsx';
import { newEdge } from '../newParts.ts';
import { GraphEdgeCells } from './GraphEdgeCells.tsx';

export type GraphNodeFieldsProps = {
  path: TeamPath;
  name: string;
  participants: readonly string[];
  nodes: readonly string[];
  onRemove: () => void;
};

/** A node and a table of the edges that leave it. */
export function GraphNodeFields({ path, name, participants, nodes, onRemove }: GraphNodeFieldsProps) {
  const { entries, errors, set } = useListField([...path, 'edges']);
  return (
    <div className="space-y-3 rounded-lg border border-line p-3.5">
      <div className="flex items-end gap-2">
        <TextField path={[...path, 'name']} label="Node" suggestions={participants} className="flex-1" mono />
        <Button
          variant="ghost"
          size="icon"
          className="size-10"
          aria-label={`Remove the node ${name}`}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <FieldErrors errors={errors} />
      {entries.length === 0 ? (
        <p className="text-[0.8125rem] text-ink-muted">No edge leaves it: the flow ends here.</p>
      ) : (
        <Table aria-label={`Edges of ${name}`} className="min-w-[36rem]">
          <TableHead>
            <TableRow>
              <TableHeaderCell className="px-1 first:sm:pl-1">Leads to</TableHeaderCell>
              <TableHeaderCell className="px-1">Where the message contains</TableHeaderCell>
              <TableHeaderCell className="px-1">Group</TableHeaderCell>
              <TableHeaderCell className="px-1">Complete with</TableHeaderCell>
              <TableHeaderCell className="px-1">
                <span className="sr-only">Remove</span>
              </TableHeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entries.map((_edge, index) => (
              <TableRow key={index} className="align-top">
                <GraphEdgeCells path={[...path, 'edges', index]} nodes={nodes} />
                <TableCell className="px-1 align-top">
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={`Remove edge ${String(index + 1)} of ${name}`}
                    onClick={() => set(entries.filter((_other, at) => at !== index))}
                  >
                    <Trash2 aria-hidden />
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Button
        size="sm"
        onClick={() => set([...entries, newEdge(nodes.find((node) => node !== name) ?? name)])}
      >
        <Plus aria-hidden />
        Add an edge
      </Button>
    </div>
  );
}
