import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type PipeTransform,
  SetMetadata,
} from '@nestjs/common';
import type { Actor } from '@quancheng/domain';
import type { FastifyRequest } from 'fastify';
import { POSTS, VERIFIER } from '../tokens.ts';
import { type Asked, DIVISION_HEADER, POST_HEADER, type Posts, type Reader } from './posts.ts';
import { tokenMissing, type Verifier } from './verifier.ts';

const OPEN_TO_ALL = 'quancheng:open';
const CLAIMED = Symbol('claimed');
const ACTOR = Symbol('actor');
type Signed = FastifyRequest & { [CLAIMED]?: Actor; [ACTOR]?: Actor };

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
    request[CLAIMED] = await this.verifier.verify(token);
    return true;
  }
}

/** Who speaks, as far as it is known yet: for the log. */
export const actorIn = (request: FastifyRequest): Actor | undefined =>
  (request as Signed)[ACTOR] ?? (request as Signed)[CLAIMED];

function askedBy({ headers, query, method }: FastifyRequest): Asked {
  const header = (name: string) => {
    const given = headers[name];
    return typeof given === 'string' && given !== '' ? given : undefined;
  };
  const named = (query as { division?: unknown } | undefined)?.division;
  const division = typeof named === 'string' && named !== '' ? named : header(DIVISION_HEADER);
  return { post: header(POST_HEADER), division, writes: method !== 'GET' && method !== 'HEAD' };
}

/** The post that the division's directory knows, or the token's where no directory decides. */
@Injectable()
class ActorPipe implements PipeTransform<FastifyRequest, Promise<Actor>> {
  private readonly posts: Posts;

  constructor(@Inject(POSTS) posts: Posts) {
    this.posts = posts;
  }

  async transform(request: FastifyRequest): Promise<Actor> {
    const signed = request as Signed;
    const claimed = signed[CLAIMED];
    if (claimed === undefined) throw tokenMissing();
    signed[ACTOR] ??= await this.posts.actorOf(claimed, askedBy(request));
    return signed[ACTOR];
  }
}

/** As `ActorPipe`, for a request that may read a division below one's own. */
@Injectable()
class ReaderPipe implements PipeTransform<FastifyRequest, Promise<Reader>> {
  private readonly posts: Posts;

  constructor(@Inject(POSTS) posts: Posts) {
    this.posts = posts;
  }

  async transform(request: FastifyRequest): Promise<Reader> {
    const actor = await new ActorPipe(this.posts).transform(request);
    return await this.posts.readerOf(actor, askedBy(request));
  }
}

const requestOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);
const claimedOf = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const claimed = context.switchToHttp().getRequest<Signed>()[CLAIMED];
  if (claimed === undefined) throw tokenMissing();
  return claimed;
});

/** The signed-in actor; there is one wherever the guard has let pass. */
export const Acting = (): ParameterDecorator => requestOf(ActorPipe);
/** The signed-in actor and the division that is read: one's own, or one below it. */
export const Reading = (): ParameterDecorator => requestOf(ReaderPipe);
/** What the token says, before the directory is asked: for choosing a post. */
export const Claimed = (): ParameterDecorator => claimedOf();
