import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Post,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { DomainError, READS } from '#contracts';
import type { Actor } from '#journal';
import type { Request } from 'express';
import { z } from 'zod';
import { checkRead, type ReadKey } from '../access/policy.js';

/** A request after {@link authenticate} has looked at its token. */
export interface SignedRequest extends Request {
  actor?: Actor;
}

const KEY = 'read';
const VERB = { GET: Get, POST: Post, DELETE: Delete } as const;

/** A schema of the contract as OpenAPI shows it. */
export const openApiSchema = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' });
  return rest as Record<string, unknown>;
};

/** Puts a method of a controller on a path of the contract's {@link READS}, with its roles and its description. */
export function Route(key: ReadKey): MethodDecorator {
  const [verb, path] = key.split(' ') as [keyof typeof VERB, string];
  const { reply, about, roles } = READS[key];
  return applyDecorators(
    SetMetadata(KEY, key),
    UseGuards(RouteGuard),
    VERB[verb](path),
    HttpCode(200),
    ApiOperation({ summary: about, description: `Roles: ${Array.isArray(roles) ? roles.join(', ') : roles}` }),
    ApiOkResponse({ schema: openApiSchema(reply) }),
    ...(roles === 'anybody' ? [] : [ApiBearerAuth()]),
  );
}

class RouteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const key = Reflect.getMetadata(KEY, context.getHandler()) as ReadKey;
    checkRead(key, context.switchToHttp().getRequest<SignedRequest>().actor ?? null);
    return true;
  }
}

/** Who is asking; only behind a route that requires a sign-in. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedRequest>();
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
  return actor;
});

/** Parses input with a schema of the contract. @throws INVALID_INPUT naming every field that does not fit */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message, code }) => ({ path: path.join('.'), code, message }));
  throw new DomainError('INVALID_INPUT', { issues });
}

/** `lng,lat` in a query. */
export const LngLatText = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]));
