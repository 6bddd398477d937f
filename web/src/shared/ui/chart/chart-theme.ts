import { FONT_FAMILY } from '../theme/tokens';
import { type ColorMode, seriesColor } from '../theme/palette';

/** ECharts in the product's colours; options of a chart add only what is theirs. */
export function chartTheme(mode: ColorMode) {
  const text = mode === 'dark' ? '#a3b0b0' : '#566161';
  const strong = mode === 'dark' ? '#e4eaea' : '#1c2424';
  const line = mode === 'dark' ? '#2f3b3b' : '#e1e6e6';
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: text, fontSize: 12 },
    splitLine: { lineStyle: { color: line, type: 'dashed' } },
    nameTextStyle: { color: text, fontSize: 12 },
  };
  return {
    color: Array.from({ length: 9 }, (_, index) => seriesColor(index, mode)),
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT_FAMILY, color: text, fontSize: 12 },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    legend: {
      textStyle: { color: text, fontSize: 12 },
      itemWidth: 10,
      itemHeight: 10,
      icon: 'roundRect',
      inactiveColor: line,
    },
    tooltip: {
      backgroundColor: mode === 'dark' ? '#1c2525' : '#ffffff',
      borderColor: mode === 'dark' ? '#364141' : '#d5dada',
      textStyle: { color: strong, fontSize: 12 },
      extraCssText: 'box-shadow: 0 4px 16px rgba(0,0,0,.12); border-radius: 6px;',
    },
    sankey: { label: { color: strong, fontSize: 12 } },
    bar: { barMaxWidth: 36, label: { color: strong, fontSize: 12, textBorderWidth: 0 } },
  };
}
