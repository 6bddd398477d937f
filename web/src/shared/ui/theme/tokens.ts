import { theme, type ThemeConfig } from 'antd';
import { type ColorMode, STATE } from './palette';

export const FONT_FAMILY =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

const NEUTRAL = {
  light: {
    colorBgLayout: '#f7f8f8',
    colorBgContainer: '#ffffff',
    colorBgElevated: '#ffffff',
    colorText: '#1c2424',
    colorTextSecondary: '#566161',
    colorTextTertiary: '#5e6a6a',
    colorBorder: '#d5dada',
    colorBorderSecondary: '#e6eaea',
  },
  dark: {
    colorBgLayout: '#0f1414',
    colorBgContainer: '#161d1d',
    colorBgElevated: '#1c2525',
    colorText: '#e4eaea',
    colorTextSecondary: '#a3b0b0',
    colorTextTertiary: '#98a5a5',
    colorBorder: '#364141',
    colorBorderSecondary: '#263030',
  },
} as const;

/** Tints spelled out: those derived from dark, saturated colours come out muddy. */
const TINT = {
  light: {
    colorPrimaryBg: '#e6f4f2',
    colorPrimaryBgHover: '#d3ebe8',
    colorPrimaryBorder: '#9bd3cc',
    colorPrimaryBorderHover: '#5eb5ab',
    colorPrimaryHover: '#0d8a80',
    colorPrimaryActive: '#0b5e58',
    colorInfoBg: '#eef4fe',
    colorInfoBorder: '#bfd4f8',
    colorSuccessBg: '#ecf7ef',
    colorSuccessBorder: '#b5dfc1',
    colorWarningBg: '#fdf5e8',
    colorWarningBorder: '#efd3a6',
    colorErrorBg: '#fdf0ef',
    colorErrorBorder: '#f2c4c1',
    controlItemBgActive: '#e6f4f2',
    controlItemBgActiveHover: '#d3ebe8',
  },
  dark: {
    colorPrimaryBg: '#12332f',
    colorPrimaryBgHover: '#17423d',
    colorPrimaryBorder: '#1e5b54',
    colorPrimaryBorderHover: '#287a71',
    colorPrimaryHover: '#1fbdac',
    colorPrimaryActive: '#0f8579',
    colorInfoBg: '#14233a',
    colorInfoBorder: '#27466f',
    colorSuccessBg: '#12291b',
    colorSuccessBorder: '#215033',
    colorWarningBg: '#2c220f',
    colorWarningBorder: '#5a441a',
    colorErrorBg: '#321a1a',
    colorErrorBorder: '#622d2d',
    controlItemBgActive: '#12332f',
    controlItemBgActiveHover: '#17423d',
  },
} as const;

/** White letters on the lighter teal of the dark theme would be too faint. */
const DARK_BUTTON = {
  colorPrimary: '#0f7a70',
  colorPrimaryHover: '#11837a',
  colorPrimaryActive: '#0c655d',
} as const;

/** Ant Design in our clothes: one teal accent, neutral greys, 13 px text, borders instead of shadows. */
export function themeFor(mode: ColorMode): ThemeConfig {
  const neutral = NEUTRAL[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...neutral,
      ...TINT[mode],
      colorPrimary: mode === 'dark' ? '#14a697' : '#0f766e',
      colorLink: mode === 'dark' ? '#2dd4bf' : '#0f766e',
      colorInfo: STATE.progress[mode],
      colorSuccess: STATE.good[mode],
      colorWarning: STATE.due[mode],
      colorError: STATE.bad[mode],
      fontFamily: FONT_FAMILY,
      fontSize: 13,
      fontSizeHeading1: 22,
      fontSizeHeading2: 18,
      fontSizeHeading3: 15,
      fontSizeHeading4: 14,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: 30,
      controlHeightSM: 24,
      controlHeightLG: 36,
      boxShadowTertiary: 'none',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: {
        headerBg: mode === 'dark' ? '#1a2323' : '#f7f9f9',
        headerColor: neutral.colorTextSecondary,
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 10,
        rowHoverBg: mode === 'dark' ? '#1b2727' : '#f3f8f7',
      },
      ...(mode === 'dark' ? { Button: DARK_BUTTON } : {}),
      Card: { headerFontSize: 14, headerPadding: 16, bodyPadding: 16, headerHeight: 44 },
      Menu: {
        itemHeight: 34,
        itemBorderRadius: 6,
        itemMarginInline: 8,
        itemMarginBlock: 2,
        itemBg: 'transparent',
        subMenuItemBg: 'transparent',
        itemSelectedBg: mode === 'dark' ? '#143531' : '#e3f2f0',
        itemSelectedColor: mode === 'dark' ? '#2dd4bf' : '#0f766e',
        subMenuItemSelectedColor: mode === 'dark' ? '#2dd4bf' : '#0f766e',
        groupTitleFontSize: 12,
        groupTitleColor: neutral.colorTextTertiary,
      },
      Layout: {
        headerBg: neutral.colorBgContainer,
        siderBg: neutral.colorBgContainer,
        bodyBg: neutral.colorBgLayout,
        headerHeight: 52,
      },
      Tabs: { horizontalMargin: '0 0 12px 0', titleFontSize: 13 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    },
  };
}
