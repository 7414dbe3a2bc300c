import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Aggregate, aggregates } from '@quancheng/domain';
import { COLLECTIONS } from '../commands/catalogue.ts';

/** The kinds of files and the stages they go through, in the words that people read. */
@ApiTags('files 事项')
@Controller('api/catalogue')
export class CatalogueController {
  @Get()
  @ApiOperation({ summary: '事项种类及其环节 / the kinds of files and their stages' })
  catalogue() {
    return {
      collections: Object.entries(COLLECTIONS).map(([collection, name]) =>
        kindOf(collection, aggregates[name]),
      ),
    };
  }
}

const kindOf = (collection: string, { title, stages }: Aggregate) => ({
  collection,
  title,
  stages: Object.entries(stages)
    .filter(([stage]) => stage !== 'none')
    .map(([stage, kind]) => ({ stage, title: kind.title, final: kind.final === true })),
});
