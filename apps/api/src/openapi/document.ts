import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { BROWSER_CLIENT, type EmbeddedIssuer } from '../identity/embedded-issuer.ts';
import type { Settings } from '../settings.ts';
import { addCommandPaths } from './command-paths.ts';

/** Puts the OpenAPI page under `/docs` and its document under `/openapi.json`. */
export function publishOpenApi(
  app: NestFastifyApplication,
  settings: Settings,
  embedded: EmbeddedIssuer | null,
): void {
  SwaggerModule.setup('docs', app, () => documentOf(app, settings, embedded), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: '全程 Quancheng API',
    swaggerOptions: {
      persistAuthorization: true,
      docExpansion: 'none',
      ...(embedded && {
        oauth2RedirectUrl: `${settings.publicUrl}/docs/oauth2-redirect.html`,
        initOAuth: {
          clientId: BROWSER_CLIENT,
          usePkceWithAuthorizationCodeGrant: true,
          scopes: ['openid', 'quancheng'],
        },
      }),
    },
  });
}

function documentOf(
  app: NestFastifyApplication,
  settings: Settings,
  embedded: EmbeddedIssuer | null,
): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('全程 Quancheng')
    .setDescription(
      '预算绩效全过程管理。命令改变事项，读取说明事项；金额以元的十进制文字表示。\n\n' +
        'Whole-process budget performance. Commands change a file, reads explain it; money is a decimal text in yuan.',
    )
    .setVersion('0.1.0')
    .addSecurity('quancheng', securityOf(settings, embedded))
    .addSecurityRequirements('quancheng');
  return addCommandPaths(SwaggerModule.createDocument(app, builder.build()));
}

function securityOf(settings: Settings, embedded: EmbeddedIssuer | null) {
  if (embedded === null) {
    const address = `${settings.oidcIssuer ?? ''}/.well-known/openid-configuration`;
    return { type: 'openIdConnect', openIdConnectUrl: address } as const;
  }
  const flow = {
    authorizationUrl: `${embedded.issuer}/auth`,
    tokenUrl: `${embedded.issuer}/token`,
    scopes: { openid: 'sign-in', quancheng: 'the API' },
  };
  return { type: 'oauth2' as const, flows: { authorizationCode: flow } };
}
