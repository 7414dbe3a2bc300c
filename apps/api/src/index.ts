export { createApi } from './create-api.ts';
export { readSettings, type Settings, SettingsFault } from './settings.ts';
