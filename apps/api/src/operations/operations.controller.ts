import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../identity/guard.ts';
import { CHECKS, METRICS } from '../tokens.ts';
import type { Check } from './checks.ts';
import type { Metrics } from './metrics.ts';

@ApiTags('operations 运行')
@Controller()
export class OperationsController {
  private readonly checks: readonly Check[];
  private readonly metrics: Metrics;

  constructor(@Inject(CHECKS) checks: readonly Check[], @Inject(METRICS) metrics: Metrics) {
    this.checks = checks;
    this.metrics = metrics;
  }

  @OpenToAll()
  @Get('health/live')
  @ApiOperation({ summary: '进程存活 / the process lives' })
  live() {
    return { status: 'ok' };
  }

  @OpenToAll()
  @Get('health/ready')
  @ApiOperation({ summary: '依赖就绪，逐项列出 / each dependency, by name; 503 when one is out of reach' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const answers = await Promise.all(
      this.checks.map(async ({ name, look }) => ({ name, ...(await look()) })),
    );
    const ready = answers.every(({ status }) => status === 'ok');
    void reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ok' : 'unavailable', dependencies: answers };
  }

  @OpenToAll()
  @Get('metrics')
  @ApiOperation({ summary: '监控指标（Prometheus）/ metrics' })
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.registry.contentType);
    return await this.metrics.registry.metrics();
  }
}
