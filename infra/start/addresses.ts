import { createHmac } from 'node:crypto';
import { addressFor, type Role } from '@quancheng/event-store';
import type { AppName, Settings } from './settings.ts';

/** Where the three servers answer, embedded or not; the database by its owner's address. */
export interface Addresses {
  readonly database: string;
  readonly temporal: string;
  readonly kafka: string;
  /** Where mails are handed over; absent: none are sent. */
  readonly mail?: string | undefined;
}

/**
 * The one password of the limited roles: that of a role's address where one is given, else one that follows from the owner's.
 * A role cannot work back to the owner's password, and nothing further has to be kept.
 */
export function rolePassword(ownerUrl: string, given: Settings['roleUrls']): string {
  const own = given.writer ?? given.sequencer ?? given.reader;
  return own === undefined
    ? createHmac('sha256', passwordOf(ownerUrl)).update('quancheng roles').digest('base64url')
    : passwordOf(own);
}

/** The address of a limited role: as given, else the owner's with the role's name and password. */
export function roleUrl(role: Role, ownerUrl: string, given: Settings['roleUrls']): string {
  const own = given[role];
  if (own !== undefined) return own;
  return addressFor(ownerUrl, role, rolePassword(ownerUrl, given));
}

export const passwordOf = (url: string): string => decodeURIComponent(new URL(url).password);

export const apiUrl = (settings: Settings): string =>
  settings.handedOn.API_PUBLIC_URL ?? `http://localhost:${settings.ports.api}`;

export const portOf = (app: AppName, settings: Settings): number => settings.ports[app];

/** All that a process of ours needs to know. The owner's address goes only to reporting, which makes a schema of its own. */
export function childEnvironment(app: AppName, settings: Settings, addresses: Addresses): NodeJS.ProcessEnv {
  const url = (role: Role) => roleUrl(role, addresses.database, settings.roleUrls);
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    ...settings.handedOn,
    LOG_LEVEL: settings.logLevel,
    DIVISION: settings.division,
    QUANCHENG_DATA: settings.dataFolder,
    QUANCHENG_TRAINING: settings.training ? '1' : '0',
    WRITER_DATABASE_URL: url('writer'),
    SEQUENCER_DATABASE_URL: url('sequencer'),
    READER_DATABASE_URL: url('reader'),
    ...(app === 'reporting' ? { DATABASE_URL: addresses.database } : {}),
    TEMPORAL_ADDRESS: addresses.temporal,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    KAFKA_BROKERS: addresses.kafka,
    ...(settings.oidcIssuer === undefined ? {} : { OIDC_ISSUER: settings.oidcIssuer }),
    ...(addresses.mail === undefined ? {} : { SMTP_URL: addresses.mail }),
    API_PUBLIC_URL: apiUrl(settings),
    API_PORT: String(settings.ports.api),
    WORKER_PORT: String(settings.ports.worker),
    RELAY_PORT: String(settings.ports.relay),
    REPORTING_PORT: String(settings.ports.reporting),
  };
}
