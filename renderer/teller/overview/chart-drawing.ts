/** Draws bars: the one file that knows the library of charts, fetched with the first figures. Nothing moves in it. */
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  type GridComponentOption,
  type LegendComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Bars } from './overview-sections.ts';

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

type Option = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

/** Of the tokens, in the order in which series take them. */
const SERIES_COLOURS = ['--accent', '--running', '--away', '--proven', '--line-strong', '--danger'];

export class BarDrawing {
  readonly #place: HTMLElement;
  readonly #chart: ECharts;
  #wanted: Bars | null = null;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#chart = init(place);
  }

  /**
   * Resolves once the letters are there: to true when the bars are drawn, to false when others are to be drawn by now, or the
   * place has gone from the page.
   */
  async draw(bars: Bars): Promise<boolean> {
    this.#wanted = bars;
    const face = getComputedStyle(this.#place).fontFamily;
    const letters = [...bars.names, ...bars.series.map(({ name }) => name), '0123456789,.-'].join('');
    await document.fonts.load(`12px ${face}`, letters);
    if (this.#wanted !== bars || this.#chart.isDisposed() || !this.#place.isConnected) return false;
    this.#chart.setOption(this.#optionOf(bars, face), { notMerge: true });
    return true;
  }

  resize(): void {
    this.#chart.resize();
  }

  end(): void {
    this.#chart.dispose();
  }

  #optionOf({ names, series, across }: Bars, fontFamily: string): Option {
    const style = getComputedStyle(this.#place);
    const token = (name: string): string => style.getPropertyValue(name).trim();
    const fontSize = Number.parseFloat(style.fontSize);
    const label = { color: token('--ink-soft'), fontFamily, fontSize };
    const line = { lineStyle: { color: token('--line') } };
    const category = {
      ...{ type: 'category' as const, data: [...names], inverse: across, axisTick: { show: false } },
      ...{ axisLine: { lineStyle: { color: token('--line-strong') } } },
      axisLabel: { ...label, ...(across ? { width: 210, overflow: 'truncate' as const } : { hideOverlap: true }) },
    };
    const value = {
      type: 'value' as const,
      splitLine: line,
      splitNumber: 4,
      axisLabel: { ...label, hideOverlap: true },
    };
    return {
      animation: false,
      color: SERIES_COLOURS.map(token),
      textStyle: { fontFamily, fontSize },
      grid: {
        left: 4,
        right: 24,
        top: series.length > 1 ? 32 : 10,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      legend: {
        show: series.length > 1,
        top: 0,
        left: 0,
        itemHeight: 10,
        itemWidth: 14,
        selectedMode: false,
        textStyle: label,
      },
      xAxis: across ? value : category,
      yAxis: across ? category : value,
      series: series.map(({ name, values }) => ({
        ...{ type: 'bar' as const, name, data: [...values], barMaxWidth: 22, barGap: '10%', silent: true },
      })),
    };
  }
}
