import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ProtocolsInForce } from '#contracts';
import { PROTOCOLS } from '../start-up.js';
import { Route } from './route.js';

@ApiTags('protocols')
@Controller()
export class ProtocolsController {
  constructor(@Inject(PROTOCOLS) private readonly inForce: ProtocolsInForce) {}

  @Route('GET /api/protocols')
  protocols(): ProtocolsInForce {
    return this.inForce;
  }
}
