import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Edition, explainClause, rulebook } from '@quancheng/rulebook';
import { notFound } from '../http/problem.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { readNumber } from './query.ts';

/** The rules by themselves: which editions there are, which one governs the reader, and what a clause says. */
@ApiTags('rules 规则')
@Controller('api/rules')
export class RulesController {
  @Get('editions')
  @ApiQuery({ name: 'year', required: false, type: Number, description: '预算年度 / fiscal year' })
  @ApiOperation({
    summary:
      '规则版本及其条款；给出年度的，注明本区划适用哪一版 / the editions and their clauses; with a year, which one governs',
  })
  editions(@Query('year') year: unknown, @Reading() { division }: Reader) {
    const asked = readNumber('year', year, 0);
    return {
      governing: rulebook.editionFor(asked, division)?.id ?? null,
      editions: rulebook.editions.map(summaryOf),
    };
  }

  @Get('clauses/*')
  @ApiParam({
    name: 'path',
    description: '条款编号，如 zh-2014/grade-bands / the id of a clause, slashes included',
  })
  @ApiOperation({ summary: '一条规则：规定、出处、依据程度、适用和例子 / one clause, explained' })
  clause(@Param() { '*': id }: { readonly '*': string }) {
    const explained = explainClause(id);
    if (explained === undefined) throw notFound({ zh: '此条款', en: 'this clause' });
    return explained;
  }
}

const summaryOf = ({ id, title, divisionPrefix, inForce, released, papers, clauses }: Edition) => ({
  id,
  title,
  divisionPrefix,
  inForce: { from: inForce.from, until: inForce.until ?? null },
  released,
  papers,
  clauses: clauses.map(({ id: clause, title: called, tier }) => ({ id: clause, title: called, tier })),
});
