import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { aggregateAt, COLLECTIONS, commandAt, kebabOf } from './catalogue.ts';
import { askedForm } from './asked-form.ts';

/** Beside the commands themselves: what each asks for, so that a page can draw its form and knows no field by heart. */
@ApiTags('commands 办理')
@Controller('api/commands')
export class CommandFormsController {
  @Get(':collection/:command')
  @ApiParam({ name: 'collection', enum: Object.keys(COLLECTIONS) })
  @ApiOperation({ summary: '办理事项所需填写的栏目 / the fields that a command asks for' })
  form(@Param() address: { collection: string; command: string }) {
    const aggregate = aggregateAt(address.collection);
    const { type, kind } = commandAt(aggregate, address.command);
    return {
      command: kebabOf(type),
      type,
      title: kind.title,
      roles: kind.roles,
      fields: askedForm(kind),
    };
  }
}
