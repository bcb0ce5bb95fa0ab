import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CommandId, DomainError } from '#contracts';
import { Commands } from '../commands.js';
import { parse, type SignedRequest } from './route.js';

/** Every command, by its name; described in OpenAPI from the contract's table. */
@ApiExcludeController()
@Controller('api/commands')
export class CommandsController {
  constructor(private readonly commands: Commands) {}

  @Post(':name')
  @HttpCode(200)
  async run(@Param('name') name: string, @Req() request: SignedRequest): Promise<unknown> {
    if (!request.actor) throw new DomainError('SIGN_IN_REQUIRED');
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string') throw new DomainError('IDEMPOTENCY_KEY_MISSING');
    const sentAt = request.headers['x-sent-at'];
    const received = { id: parse(CommandId, key), name, body: request.body as unknown };
    return this.commands.run({ ...received, sentAt: typeof sentAt === 'string' ? sentAt : undefined }, request.actor);
  }
}
