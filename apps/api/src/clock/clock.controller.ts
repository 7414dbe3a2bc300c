import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import { type Instant, isRefusal, parseInstant } from '@quancheng/kernel';
import { TakesItsTime } from '../http/deadline.ts';
import { denied, fieldProblem, problem } from '../http/problem.ts';
import { Acting } from '../identity/guard.ts';
import { BUSINESS_CLOCK, CLOCK_MOVER, SETTINGS } from '../tokens.ts';
import type { Settings } from '../settings.ts';
import type { BusinessClock } from './business-clock.ts';
import type { ClockMover } from './mover.ts';

/** What moment it is; in training, moved by the administrator. */
@ApiTags('clock 时钟')
@Controller('api/clock')
export class ClockController {
  private readonly clock: BusinessClock;
  private readonly mover: ClockMover;
  private readonly settings: Settings;

  constructor(
    @Inject(BUSINESS_CLOCK) clock: BusinessClock,
    @Inject(CLOCK_MOVER) mover: ClockMover,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.clock = clock;
    this.mover = mover;
    this.settings = settings;
  }

  @Get()
  @ApiOperation({ summary: '现在是何时 / what moment it is for this division' })
  async read(@Acting() { division }: Actor) {
    const standsAt = await this.clock.standsAt(division);
    return {
      now: standsAt ?? (await this.clock.now(division)),
      stands: standsAt !== null,
      training: this.settings.training,
    };
  }

  @Post()
  @TakesItsTime()
  @HttpCode(200)
  @ApiBody({
    schema: { type: 'object', properties: { to: { type: 'string', format: 'date-time' } }, required: ['to'] },
  })
  @ApiOperation({
    summary: '培训：拨动时钟并等各事项安静 / training: moves the clock and waits until every file is quiet',
  })
  async move(@Body() body: unknown, @Acting() actor: Actor) {
    if (!this.settings.training) throw fixed();
    if (actor.role !== 'administrator') {
      throw denied({
        code: 'ROLE_NOT_ALLOWED',
        because: { zh: '只有系统管理员可以拨动时钟', en: 'only the administrator moves the clock' },
      });
    }
    const to = readTarget(body);
    const standsAt = await this.clock.standsAt(actor.division);
    if (standsAt !== null && to < standsAt) throw backwards(standsAt);
    const moved = await this.mover.move({ division: actor.division, to, by: actor.personId });
    return { now: await this.clock.now(actor.division), ...moved };
  }
}

function readTarget(body: unknown): Instant {
  const given = (body as { to?: unknown } | null | undefined)?.to;
  const to = parseInstant(typeof given === 'string' ? given : '');
  if (isRefusal(to)) throw fieldProblem(422, to.code, 'to', to.because, to.remedy);
  return to;
}

const fixed = () =>
  problem(403, {
    code: 'CLOCK_FIXED',
    because: { zh: '只有培训环境可以拨动时钟', en: 'only a training installation has a clock that moves' },
    remedy: { zh: '请在培训环境操作', en: 'use a training installation' },
  });

const backwards = (standsAt: Instant) =>
  problem(409, {
    code: 'CLOCK_ONLY_FORWARD',
    because: {
      zh: `时钟停在 ${standsAt}，只能向前拨`,
      en: `the clock stands at ${standsAt} and moves only forward`,
    },
    remedy: {
      zh: '请给出更晚的时刻，或使用新的培训数据',
      en: 'give a later instant, or begin with fresh data',
    },
  });
