import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import type { Actor } from '@quancheng/domain';
import type { FastifyRequest } from 'fastify';
import { VERIFIER } from '../tokens.ts';
import { tokenMissing, type Verifier } from './verifier.ts';

const OPEN_TO_ALL = 'quancheng:open';
const ACTOR = Symbol('actor');
type Signed = FastifyRequest & { [ACTOR]?: Actor };

/** Marks what needs no sign-in: health and metrics. Everything else does. */
export const OpenToAll = () => SetMetadata(OPEN_TO_ALL, true);

@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly verifier: Verifier;

  constructor(@Inject(VERIFIER) verifier: Verifier) {
    this.verifier = verifier;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (Reflect.getMetadata(OPEN_TO_ALL, context.getHandler()) === true) return true;
    const request = context.switchToHttp().getRequest<Signed>();
    const token = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw tokenMissing();
    request[ACTOR] = await this.verifier.verify(token);
    return true;
  }
}

export const actorIn = (request: FastifyRequest): Actor | undefined => (request as Signed)[ACTOR];

/** The signed-in actor; there is one wherever the guard has let pass. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actorIn(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor === undefined) throw tokenMissing();
  return actor;
});
