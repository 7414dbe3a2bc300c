import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { type Observable, timeout, throwError } from 'rxjs';
import { unavailable } from './problem.ts';

const TAKES_ITS_TIME = 'quancheng:takes-its-time';
/** Above the deadline of a command, which answers for itself; below what a proxy in front of us waits. */
const DEADLINE_MS = 10_000;

/** Marks what may take minutes: only moving the training clock. */
export const TakesItsTime = () => SetMetadata(TAKES_ITS_TIME, true);

const tooLong = () =>
  unavailable({ zh: '后台服务', en: 'a server behind this one' }, `no answer within ${DEADLINE_MS} ms`);

/** No request waits without end: a server that neither answers nor refuses the connection is "not now" for our caller. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (Reflect.getMetadata(TAKES_ITS_TIME, context.getHandler()) === true) return next.handle();
    return next.handle().pipe(timeout({ each: DEADLINE_MS, with: () => throwError(tooLong) }));
  }
}
