import type { ThemeConfig } from 'antd';

/** Ours is served with the pages: an office machine need not have a Chinese font. */
const FONTS = '"Noto Sans SC", system-ui, sans-serif';

/** Ant Design as it comes, its colours darkened until every text reaches the contrast of 4.5 to 1. */
export const theme: ThemeConfig = {
  token: {
    fontFamily: FONTS,
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#003eb3',
    colorLink: '#0958d9',
    colorLinkHover: '#003eb3',
    colorError: '#cf1322',
    colorWarning: '#ad4e00',
    colorWarningBg: '#fff7e6',
    colorSuccess: '#237804',
    colorSuccessBg: '#f6ffed',
    colorTextSecondary: 'rgba(0, 0, 0, 0.72)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.65)',
    colorTextDescription: 'rgba(0, 0, 0, 0.65)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
  },
};
