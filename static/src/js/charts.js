// Paints each chart over the table that the page already has. Without this file the tables stand open.
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const NARROW = 480;
const MANY_LABELS = 5;
// More names than this leave no room for a second line; on a phone a few do.
const DENSE = 8;
const DENSE_NARROW = 3;
const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });

function palette() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token("ink"),
    soft: token("ink-soft"),
    line: token("line"),
    surface: token("surface"),
    font: token("font-sans"),
    size: parseFloat(style.fontSize),
    series: [1, 2, 3, 4, 5, 6].map((place) => token(`chart-${place}`)),
  };
}

function values(series, data) {
  return series.values.map((value, place) => ({ value, cursor: data.urls[place] ? "pointer" : "default" }));
}

function pieOptions(data, look, narrow) {
  const [series] = data.series;
  return {
    // On a phone the names stand below, where they aren't cut off.
    legend: narrow ? { bottom: 0, textStyle: { color: look.ink, fontSize: look.size } } : undefined,
    series: [
      {
        type: "pie",
        radius: narrow ? "62%" : "72%",
        center: ["50%", narrow ? "40%" : "50%"],
        data: values(series, data).map((item, place) => ({ ...item, name: data.labels[place] })),
        percentPrecision: 0,
        label: narrow
          ? { color: look.ink, fontSize: look.size, formatter: "{d}%" }
          : { color: look.ink, fontSize: look.size, formatter: "{b} {d}%" },
        labelLine: { lineStyle: { color: look.soft } },
        itemStyle: { borderColor: look.surface, borderWidth: 2 },
      },
    ],
  };
}

function axisOptions(data, look, narrow) {
  const lying = data.kind === "rows" || (data.kind === "bar" && narrow && data.labels.length > MANY_LABELS);
  const text = { color: look.soft, fontSize: look.size };
  const names = {
    type: "category",
    data: data.labels,
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: lying
      ? {
          ...text,
          // Every bar has its name, whatever room there is; whole names stand in the table.
          interval: 0,
          width: look.size * (narrow ? 8 : 11),
          overflow: data.labels.length > (narrow ? DENSE_NARROW : DENSE) ? "truncate" : "break",
          lineHeight: look.size * 1.2,
        }
      : { ...text, hideOverlap: true },
  };
  const single = data.series.length === 1;
  // Where every bar carries its number the axis would say it twice.
  const told = single && data.kind !== "line";
  const amounts = {
    type: "value",
    show: !told,
    // No rate is more than the whole.
    max: data.unit === "%" ? 100 : undefined,
    splitNumber: narrow ? 3 : 4,
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: { ...text, formatter: (value) => number.format(value), hideOverlap: true },
  };
  return {
    grid: { left: 4, right: lying ? look.size * 3 : 12, top: told && lying ? 0 : single ? 28 : 44, bottom: 4, containLabel: true },
    legend: single ? undefined : { top: 0, left: 0, textStyle: { color: look.ink, fontSize: look.size } },
    xAxis: lying ? amounts : names,
    yAxis: lying ? names : amounts,
    series: data.series.map((series) => ({
      name: series.name,
      type: data.kind === "line" ? "line" : "bar",
      data: values(series, data),
      barMaxWidth: 36,
      symbolSize: 8,
      lineStyle: { width: 3 },
      label: {
        show: told,
        position: lying ? "right" : "top",
        color: look.ink,
        fontSize: look.size,
        formatter: (item) => (item.value === null ? "" : number.format(item.value)),
      },
    })),
  };
}

function options(data, look, narrow) {
  return {
    animation: false,
    color: look.series,
    textStyle: { fontFamily: look.font, fontSize: look.size, color: look.ink },
    tooltip: {
      // Drawn within the picture: no markup, no styles set from outside.
      renderMode: "richText",
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: { color: look.ink, fontSize: look.size },
      valueFormatter: (value) => (value === null ? "—" : `${number.format(value)} ${data.unit}`.trim()),
    },
    ...(data.kind === "pie" ? pieOptions(data, look, narrow) : axisOptions(data, look, narrow)),
  };
}

function draw(figure) {
  const canvas = figure.querySelector(".chart-canvas");
  const data = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
  canvas.classList.add("is-drawn");
  const chart = echarts.init(canvas, null, { renderer: "svg" });
  const paint = () => chart.setOption(options(data, palette(), canvas.clientWidth < NARROW), true);
  paint();
  chart.on("click", (item) => {
    const url = data.urls[item.dataIndex];
    if (url) window.location.assign(url);
  });
  figure.querySelector("details").open = false;
  return () => {
    chart.resize();
    paint();
  };
}

const repaints = [...document.querySelectorAll("figure[data-chart]")].map(draw);
const repaintAll = () => repaints.forEach((repaint) => repaint());

let waiting;
window.addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(repaintAll, 150);
});
for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
  window.matchMedia(query).addEventListener("change", repaintAll);
}
