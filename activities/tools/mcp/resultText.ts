import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

type Content = CallToolResult['content'][number];

/** A result's content as AutoGen's workbench gives it to a model: its parts, a line break between them. */
export function resultText(content: readonly Content[]): string {
  return content.map(partText).join('\n');
}

function partText(part: Content): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'image':
      return `[Image: ${part.data}]`;
    case 'resource':
      return resourceText(part);
    // AutoGen knows neither of these, and makes an error of a result that holds one.
    case 'audio':
      return `[Audio: ${part.mimeType}]`;
    case 'resource_link': {
      const { uri, name, description, mimeType } = part;
      return JSON.stringify({ type: 'resource_link', uri, name, description, mimeType });
    }
  }
}

/** The fields in the order, and with the nulls, that pydantic writes. */
function resourceText({ resource, annotations, _meta }: Extract<Content, { type: 'resource' }>): string {
  const body = 'text' in resource ? { text: resource.text } : { blob: resource.blob };
  return JSON.stringify({
    type: 'resource',
    resource: {
      uri: resource.uri,
      mimeType: resource.mimeType ?? null,
      meta: resource._meta ?? null,
      ...body,
    },
    annotations: annotations ?? null,
    meta: _meta ?? null,
  });
}
