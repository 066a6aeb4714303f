/**
 * `@ombud/ui`: what every page of Ombud is built from, the report as well as a console or a portal. Components are
 * functions of their properties that give markup as a string; none holds a word of any language.
 */
export { type Curve, type CurvePoint, CurvesPicture, mostCurves, type Tick } from './charts/curves.tsx';
export { DotPlot } from './charts/dot-plot.tsx';
export type { Dot, DrawnLimit, NumberDots } from './charts/dots.ts';
export { EvidencePicture } from './charts/evidence-picture.tsx';
export { type HeatCell, HeatKey, HeatMap, type HeatRow } from './charts/heat-map.tsx';
export { LimitPicture } from './charts/limit-picture.tsx';
export { numberTicks } from './charts/number-ticks.ts';
export { OverTime, type OverTimePoint } from './charts/over-time.tsx';
export { rateScale } from './charts/scale.ts';
export { type Slope, SlopePicture } from './charts/slope.tsx';
export { svgDocument, svgText } from './charts/svg-document.ts';
export { type Step, Waterfall } from './charts/waterfall.tsx';
export { Definitions } from './definitions.tsx';
export { Button, Choice, Field, Form, formStyle, TextArea } from './forms.tsx';
export { List } from './list.tsx';
export { Contents, Page } from './page.tsx';
export { Choices, type Problem, Problems, questionStyle, Written } from './questions.tsx';
export type { Section } from './section.ts';
export { State, stateSigns } from './state.tsx';
export { Fold, printedOneIn, Table } from './table.tsx';
