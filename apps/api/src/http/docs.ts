import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { COMMANDS, ErrorView } from '#contracts';
import type { Request, Response } from 'express';
import { openApiSchema } from './route.js';

/** Swagger's own page needs inline styles; only there. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'";

/** OpenAPI at `/api/docs` (JSON at `/api/docs-json`), with every schema taken from the contract. */
export function describeApi(app: NestExpressApplication, version: string): void {
  app.use('/api/docs', (_request: Request, response: Response, next: () => void) => {
    response.set('Content-Security-Policy', DOCS_POLICY);
    next();
  });
  const description = new DocumentBuilder()
    .setTitle('dispatch115')
    .setDescription('Every change is a command, sent once under an Idempotency-Key; every read is a GET.')
    .setVersion(version)
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/docs', app, () => withCommands(SwaggerModule.createDocument(app, description)));
}

function withCommands(document: OpenAPIObject): OpenAPIObject {
  const error = {
    description: 'Refused or unavailable',
    content: { 'application/json': { schema: openApiSchema(ErrorView) } },
  };
  for (const [name, { body, reply, roles, about }] of Object.entries(COMMANDS)) {
    document.paths[`/api/commands/${name}`] = {
      post: {
        tags: ['commands'],
        operationId: name,
        summary: about,
        description: `Roles: ${roles.join(', ')}`,
        security: [{ bearer: [] }],
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
          {
            name: 'X-Sent-At',
            in: 'header',
            required: false,
            description: "The device's clock when it sent",
            schema: { type: 'string', format: 'date-time' },
          },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: openApiSchema(body, 'input') } } },
        responses: {
          '200': { description: 'Done', content: { 'application/json': { schema: openApiSchema(reply) } } },
          default: error,
        },
      },
    };
  }
  return document;
}
