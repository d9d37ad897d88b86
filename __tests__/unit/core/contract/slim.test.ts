import { describe, expect, it } from '@jest/globals';
import { slimmed } from '../../../../src/core/contract/slim.ts';

describe('a slim document', () => {
  it('has no descriptions, examples and extensions, and keeps properties with such names', () => {
    const value = {
      description: 'long',
      paths: {
        '/a': {
          summary: 'x',
          get: {
            'x-code': 1,
            parameters: [{ name: 'q', in: 'query', example: 1 }],
            responses: { default: { description: 'd' } },
          },
        },
      },
      components: {
        // A reference may lead there.
        'x-shared': { a: { type: 'string' } },
        schemas: {
          example: {
            properties: { description: { type: 'string', description: 'd' } },
            enum: [{ description: 'data' }],
          },
        },
      },
    };
    expect(slimmed({ path: 'api.yaml', isRoot: true, value }).value).toEqual({
      paths: { '/a': { get: { parameters: [{ name: 'q', in: 'query' }], responses: { default: {} } } } },
      components: {
        'x-shared': { a: { type: 'string' } },
        schemas: { example: { properties: { description: { type: 'string' } }, enum: [{ description: 'data' }] } },
      },
    });
  });
  it.each([
    ...['paths', 'pathItems', 'webhooks', 'callbacks', 'responses', 'content', 'headers', 'encoding', 'links'],
    ...['schemas', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
    ...['requestBodies', 'securitySchemes', 'variables', 'mapping'],
  ])('keeps members of %s, whatever their names', (map) => {
    const value = { [map]: { description: { description: 'd' }, summary: { type: 'string' } } };
    expect(slimmed({ path: 'api.yaml', isRoot: true, value }).value).toEqual({
      [map]: { description: {}, summary: { type: 'string' } },
    });
  });
});
